import { unitWords, weekdayWords } from '../../../grammar/keywords.ts';
import type { Token } from '../../../grammar/tokens.ts';
import * as t from '../../../grammar/tokens.ts';
import type { SymbolKind } from '../../model/definitions.ts';

/** The smallest parts of a shape that are no words: names of a kind, free names, and values. */
export type Terminal =
  /** Names of one of these kinds. */
  | { readonly kind: 'symbol'; readonly kinds: readonly SymbolKind[] }
  /** A name that is declared here or nowhere; `words` are what people usually write. */
  | { readonly kind: 'name'; readonly words?: readonly string[] }
  | { readonly kind: 'code'; readonly list: CodeList }
  /** One of a few words. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** What must be written and cannot be offered. */
  | { readonly kind: 'value'; readonly type: Token['tokenType'] };

export type CodeList = 'zones' | 'currencies' | 'regions' | 'months' | 'codes';

const symbol = (...kinds: SymbolKind[]): Terminal => ({ kind: 'symbol', kinds });

/** What a regulation may have, and is then named with it. */
export const regulated: readonly SymbolKind[] = ['benchmark', 'right', 'permit', 'remedy'];

const unitNames = Object.keys(unitWords).flatMap((unit) => [unit, `${unit}s`]);
const parties = ['customer', 'provider', 'regulator'] as const;

export const terminals: Readonly<Record<string, Terminal>> = {
  EVENT: symbol('event'),
  FIELD: symbol('field'),
  FLAG: symbol('field'),
  COMPARED: symbol('field'),
  DATEFIELD: symbol('field'),
  DURATIONFIELD: symbol('field'),
  ORDEREDFIELD: symbol('field'),
  DATA: symbol('data'),
  STATE: symbol('state'),
  CALENDAR: symbol('calendar'),
  RATE: symbol('rate'),
  BENCHMARK: symbol('benchmark'),
  BENCHMARKOF: symbol('benchmark'),
  EXPECTEDOF: symbol(...regulated),
  FROZEN: symbol('permit', 'remedy'),
  FROZENOF: symbol('permit', 'remedy'),
  DISPUTE: symbol('dispute', 'permit'),
  STEP: symbol('step'),
  REMEDY: symbol('remedy'),
  METRIC: symbol('metric'),
  REGULATION: symbol('regulation'),
  OWNER: symbol('regulation'),
  CHANNEL: symbol('channel'),
  ROLE: symbol('role'),
  ACTOR: symbol('role', 'person', 'automation'),
  EXPECTED: symbol('benchmark', 'ladder', 'dispute', 'right', 'permit', 'remedy', 'metric'),
  VALUENAME: symbol('value'),
  PARTY: { kind: 'name', words: parties },
  MEDIUM: { kind: 'name', words: ['email', 'sms', 'phone', 'chat', 'pager'] },
  HOLIDAYTYPE: { kind: 'words', words: ['public', 'bank', 'school', 'optional', 'observance'] },
  NEW: { kind: 'name' },
  FREE: { kind: 'name' },
  ANCHOR: { kind: 'words', words: ['start', 'due', 'breach', 'opening'] },
  UNITWORD: { kind: 'words', words: unitNames },
  WEEKDAY: { kind: 'words', words: Object.keys(weekdayWords) },
  ZONE: { kind: 'code', list: 'zones' },
  CURRENCY: { kind: 'code', list: 'currencies' },
  REGION: { kind: 'code', list: 'regions' },
  MONTH: { kind: 'code', list: 'months' },
  CODE: { kind: 'code', list: 'codes' },
  NUMBER: { kind: 'value', type: t.NumberToken },
  PERCENT: { kind: 'value', type: t.Percent },
  DATE: { kind: 'value', type: t.DateToken },
  TIME: { kind: 'value', type: t.Time },
  SPAN: { kind: 'value', type: t.Span },
  INSTANT: { kind: 'value', type: t.Instant },
  MONTHDAY: { kind: 'value', type: t.MonthDay },
  TEXT: { kind: 'value', type: t.Text },
};

export function isNameToken(token: Token): boolean {
  const { tokenType } = token;
  return tokenType === t.QuotedName || (tokenType.CATEGORIES?.length ?? 0) > 0;
}
