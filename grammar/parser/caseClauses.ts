import type {
  AdoptsClause,
  BeginsClause,
  ClosedClause,
  Closing,
  ConformsClause,
  CountsClause,
  CurrencyClause,
  CutOffClause,
  DateLiteral,
  Days,
  Field,
  FieldType,
  Name,
  Node,
  NumberLiteral,
  OpenClause,
  RateLine,
  SpanLiteral,
  TimezoneClause,
  VersionClause,
  Weekday,
} from '../ast.ts';
import { weekdays } from '../ast.ts';
import { typeWords } from '../keywords.ts';
import { grammatical } from '../messages.ts';
import * as t from '../tokens.ts';
import { type Token, word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { ClockClauseParser } from './clockClauses.ts';

type DayRange = Extract<Days, { kind: 'weekdays' }>['days'][number];

/** The clauses of `policy`, `ticket`, `event`, `calendar` and `rate`. */
export abstract class CaseClauseParser extends ClockClauseParser {
  // ---- policy -------------------------------------------------------------------------------------------------

  readonly versionClause: Rule<VersionClause> = this.RULE('versionClause', (): VersionClause => {
    const start = this.CONSUME(word('version')).startOffset;
    const version = this.SUBRULE(this.text);
    return { kind: 'version', start, end: this.end(), version };
  });

  readonly timezoneClause: Rule<TimezoneClause> = this.RULE('timezoneClause', (): TimezoneClause => {
    const start = this.CONSUME(word('timezone')).startOffset;
    const zone = this.SUBRULE(this.code);
    return { kind: 'timezone', start, end: this.end(), zone };
  });

  readonly currencyClause: Rule<CurrencyClause> = this.RULE('currencyClause', (): CurrencyClause => {
    const start = this.CONSUME(word('currency')).startOffset;
    const currency = this.SUBRULE(this.code);
    return { kind: 'currency', start, end: this.end(), currency };
  });

  readonly beginsClause: Rule<BeginsClause> = this.RULE('beginsClause', (): BeginsClause => {
    const start = this.CONSUME(word('begins')).startOffset;
    this.CONSUME(word('with'));
    const event = this.SUBRULE(this.name);
    return { kind: 'begins', start, end: this.end(), event };
  });

  readonly conformsClause: Rule<ConformsClause> = this.RULE('conformsClause', (): ConformsClause => {
    const start = this.CONSUME(word('conforms')).startOffset;
    this.CONSUME(word('to'));
    const regulations = this.SUBRULE(this.names);
    return { kind: 'conforms', start, end: this.end(), regulations };
  });

  readonly adoptsClause: Rule<AdoptsClause> = this.RULE('adoptsClause', (): AdoptsClause => {
    const start = this.CONSUME(word('adopts')).startOffset;
    const regulations = this.SUBRULE(this.names);
    return { kind: 'adopts', start, end: this.end(), regulations };
  });

  /** The policy's calendar: always the same, so without a condition. */
  readonly policyCountsClause: Rule<CountsClause> = this.RULE('policyCountsClause', (): CountsClause => {
    const start = this.CONSUME(word('counts')).startOffset;
    const calendar = this.SUBRULE(this.name);
    return { kind: 'counts', start, end: this.end(), calendar, when: undefined };
  });

  // ---- fields -------------------------------------------------------------------------------------------------

  readonly field: Rule<Field> = this.RULE('field', (): Field => {
    const first = this.peek();
    const { documentation, startOffset: start } = first;
    const behindList = !first.first && this.listEnd === this.end();
    const name = this.SUBRULE(this.name);
    if (behindList && !Object.hasOwn(typeWords, this.peek().image)) {
      this.fail(grammatical.missingComma(name, name.text, this.listEnd));
    }
    const type = this.SUBRULE(this.fieldType);
    const optional = this.OPTION(() => this.CONSUME(word('optional'))) !== undefined;
    const value = this.OPTION2(() => {
      this.CONSUME(t.Equals);
      return this.SUBRULE(this.amount);
    });
    return { kind: 'field', start, end: this.end(), name, type, optional, default: value, documentation };
  });

  private readonly fieldType: Rule<FieldType> = this.RULE('fieldType', (): FieldType => {
    const start = this.start();
    return this.OR<FieldType>({
      DEF: [
        { ALT: () => this.SUBRULE(this.oneOfType) },
        {
          ALT: () => {
            this.CONSUME(word('yes'));
            this.CONSUME(word('or'));
            this.CONSUME(word('no'));
            return { kind: 'yes-or-no', start, end: this.end() };
          },
        },
        { ALT: () => this.SUBRULE(this.numberType) },
        { ALT: () => this.plainType(this.CONSUME(word('money')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('date')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('date-time')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('duration')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('text')) as Token) },
      ],
      ERR_MSG: 'fieldType',
    });
  });

  private plainType(token: Token): FieldType {
    const kind = token.image as 'money' | 'date' | 'date-time' | 'duration' | 'text';
    return { kind, start: token.startOffset, end: token.endOffset + 1 };
  }

  /** `one of phone, email`, or ordered `one of low < high` */
  private readonly oneOfType: Rule<FieldType> = this.RULE('oneOfType', (): FieldType => {
    const start = this.CONSUME(word('one')).startOffset;
    this.CONSUME(word('of'));
    const values: Name[] = [this.SUBRULE(this.name)];
    let ordered = false;
    this.OPTION(() => {
      this.OR([
        {
          ALT: () =>
            this.AT_LEAST_ONE(() => {
              this.CONSUME(t.Less);
              ordered = true;
              values.push(this.SUBRULE2(this.name));
            }),
        },
        {
          ALT: () =>
            this.AT_LEAST_ONE2(() => {
              this.CONSUME(t.Comma);
              values.push(this.SUBRULE3(this.name));
            }),
        },
      ]);
    });
    this.listEnd = this.end();
    return { kind: 'one-of', start, end: this.listEnd, values, ordered };
  });

  private readonly numberType: Rule<FieldType> = this.RULE('numberType', (): FieldType => {
    const start = this.CONSUME(word('number')).startOffset;
    let from: NumberLiteral | undefined;
    let to: NumberLiteral | undefined;
    this.OPTION(() => {
      from = this.SUBRULE(this.number);
      this.CONSUME(t.Range);
      to = this.SUBRULE2(this.number);
    });
    return { kind: 'number', start, end: this.end(), from, to };
  });

  // ---- calendar -----------------------------------------------------------------------------------------------

  readonly openClause: Rule<OpenClause> = this.RULE('openClause', (): OpenClause => {
    const start = this.CONSUME(word('open')).startOffset;
    const days = this.OR<Days>({
      DEF: [{ ALT: () => this.SUBRULE(this.weekdayList) }, { ALT: () => this.SUBRULE(this.dateRange) }],
      ERR_MSG: 'days',
    });
    const spans = this.SUBRULE(this.spans);
    return { kind: 'open', start, end: this.end(), days, spans };
  });

  private readonly weekdayList: Rule<Days> = this.RULE('weekdayList', (): Days => {
    const start = this.start();
    const days: DayRange[] = [this.SUBRULE(this.weekdayRange)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      days.push(this.SUBRULE2(this.weekdayRange));
    });
    return { kind: 'weekdays', start, end: this.end(), days };
  });

  private readonly weekdayRange: Rule<DayRange> = this.RULE('weekdayRange', (): DayRange => {
    const start = this.start();
    const from = this.SUBRULE(this.weekday);
    const to = this.OPTION(() => {
      this.CONSUME(t.Range);
      return this.SUBRULE2(this.weekday);
    });
    return { start, end: this.end(), from, to: to ?? from };
  });

  private readonly weekday: Rule<Weekday> = this.RULE('weekday', (): Weekday => {
    const name = this.SUBRULE(this.name);
    return this.ACTION(() => {
      const day = weekdays.find((each) => each === name.text);
      return day ?? this.fail(grammatical.notWeekday(name, name.text));
    });
  });

  private readonly dateRange = this.RULE(
    'dateRange',
    (): Node & { kind: 'dates'; from: DateLiteral; to: DateLiteral } => {
      const start = this.start();
      const from = this.SUBRULE(this.date);
      const to = this.OPTION(() => {
        this.CONSUME(t.Range);
        return this.SUBRULE2(this.date);
      });
      return { kind: 'dates', start, end: this.end(), from, to: to ?? from };
    },
  );

  private readonly spans: Rule<readonly SpanLiteral[]> = this.RULE('spans', (): readonly SpanLiteral[] => {
    const spans = [this.SUBRULE(this.span)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      spans.push(this.SUBRULE2(this.span));
    });
    return spans;
  });

  readonly closedClause: Rule<ClosedClause> = this.RULE('closedClause', (): ClosedClause => {
    const start = this.CONSUME(word('closed')).startOffset;
    const closing = this.OR<Closing>({
      DEF: [
        { ALT: () => this.SUBRULE(this.holidays) },
        { ALT: () => this.SUBRULE(this.everyYear) },
        { ALT: () => this.SUBRULE(this.closedDates) },
      ],
      ERR_MSG: 'closing',
    });
    const reason = this.OPTION(() => this.SUBRULE(this.text));
    return { kind: 'closed', start, end: this.end(), closing, reason };
  });

  private readonly holidays: Rule<Closing> = this.RULE('holidays', (): Closing => {
    const start = this.CONSUME(word('holidays')).startOffset;
    const region = this.SUBRULE(this.code);
    const types = this.OPTION(() => {
      this.CONSUME(word('of'));
      return this.SUBRULE(this.names);
    });
    return { kind: 'holidays', start, end: this.end(), region, types: types ?? [] };
  });

  private readonly everyYear: Rule<Closing> = this.RULE('everyYear', (): Closing => {
    const start = this.CONSUME(word('every')).startOffset;
    const [month = 0, day = 0] = this.CONSUME(t.MonthDay).image.split('-').map(Number);
    return { kind: 'every', start, end: this.end(), month, day };
  });

  private readonly closedDates: Rule<Closing> = this.RULE('closedDates', (): Closing => {
    const { start, from, to } = this.SUBRULE(this.dateRange);
    const spans = this.OPTION(() => this.SUBRULE(this.spans));
    return { kind: 'dates', start, end: this.end(), from, to, spans: spans ?? [] };
  });

  readonly cutOffClause: Rule<CutOffClause> = this.RULE('cutOffClause', (): CutOffClause => {
    const start = this.CONSUME(word('cut-off')).startOffset;
    const at = this.SUBRULE(this.time);
    const countsFrom = this.OPTION(() => {
      this.CONSUME(word('counts'));
      this.CONSUME(word('from'));
      return this.SUBRULE2(this.time);
    });
    return { kind: 'cut-off', start, end: this.end(), at, countsFrom };
  });

  // ---- rate ---------------------------------------------------------------------------------------------------

  readonly rateFrom: Rule<RateLine> = this.RULE('rateFrom', (): RateLine => {
    const start = this.CONSUME(word('from')).startOffset;
    const from = this.SUBRULE(this.date);
    const value = this.SUBRULE(this.amount);
    return { kind: 'rate-line', start, end: this.end(), from, value };
  });

  readonly rateValue: Rule<RateLine> = this.RULE('rateValue', (): RateLine => {
    const start = this.start();
    const value = this.SUBRULE(this.amount);
    return { kind: 'rate-line', start, end: this.end(), from: undefined, value };
  });
}
