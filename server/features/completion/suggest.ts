import { clausesOf, meaningOf, months } from '../../../grammar/keywords.ts';
import type { Token } from '../../../grammar/tokens.ts';
import { regions } from '../../checks/region/regions.ts';
import { rules } from '../../checks/rules.ts';
import { currencies } from '../../model/currencies.ts';
import type { SymbolKind } from '../../model/definitions.ts';
import type { PolicySymbol, Program } from '../../model/program.ts';
import type { Context } from './context.ts';
import type { Expected } from './machine.ts';
import { namesFor, symbolsOf } from './names.ts';
import { type CodeList, regulated } from './terminals.ts';

/** Something to write at a place. The lower the rank, the higher in the list. */
export type Suggestion =
  | { readonly kind: 'word'; readonly text: string; readonly meaning?: string; readonly rank: number }
  | {
      readonly kind: 'clause';
      readonly text: string;
      readonly meaning: string;
      readonly syntax: string;
      readonly rank: number;
    }
  | { readonly kind: 'value'; readonly text: string; readonly rank: number }
  | { readonly kind: 'symbol'; readonly symbol: PolicySymbol; readonly text: string; readonly rank: number };

/** Of the values of the field in question. */
const valueRank = 3;

export interface Lists {
  /** Names of the time zones of this machine. */
  readonly zones: () => readonly string[];
}

/** What may be written at a place inside a declaration; `present` are the clauses its block has already. */
export function suggest(
  program: Program,
  context: Context,
  present: ReadonlySet<string>,
  firstOnLine: boolean,
  lists: Lists,
): Suggestion[] {
  const go = valuesAlone(
    context.machine?.expected.flatMap((each) => continuation(program, context, each, lists)) ?? [],
  );
  const names = context.broken ? everyName(program) : [];
  const begin =
    context.clauseStart || (context.broken && firstOnLine) ? clausesToBegin(context, present) : [];
  // On a line of its own a clause begins; behind a clause it more likely goes on.
  const later = firstOnLine && begin.length > 0 ? 20 : 0;
  const lower = firstOnLine ? 0 : 20;
  return [
    ...[...go, ...names].map((each) => ({ ...each, rank: each.rank + later })),
    ...begin.map((each) => ({ ...each, rank: each.rank + lower })),
  ];
}

/** Where a value of a field belongs, nothing is computed: then only the values, and what may stand before them. */
function valuesAlone(suggestions: Suggestion[]): Suggestion[] {
  const isValue = (each: Suggestion) => each.rank === valueRank;
  if (!suggestions.some(isValue)) return suggestions;
  const before = ['not', 'one of', 'set'];
  return suggestions.filter((each) => isValue(each) || before.includes(each.text));
}

function clausesToBegin({ block }: Context, present: ReadonlySet<string>): Suggestion[] {
  if (block === undefined) return [];
  return Object.entries(clausesOf(block)).flatMap(([text, entry]): Suggestion[] => {
    const { meaning, syntax, required, repeated } = entry;
    const again = present.has(text);
    if (again && !repeated) return [];
    return [{ kind: 'clause', text, meaning, syntax, rank: again ? 3 : required ? 1 : 2 }];
  });
}

function continuation(program: Program, context: Context, expected: Expected, lists: Lists): Suggestion[] {
  if ('word' in expected) return wordFor(expected.phrase ?? expected.word, context);
  const { terminal, name } = expected;
  switch (terminal.kind) {
    case 'symbol':
      return symbolsFor(program, context, name);
    case 'words':
      return wordsFor(terminal.words, name, context).map((text) => ({
        kind: 'word',
        text,
        meaning: meaningOf(text),
        rank: 4,
      }));
    case 'name':
      return (terminal.words ?? []).map((text) => ({ kind: 'value', text, rank: 4 }));
    case 'code':
      return codes(terminal.list, lists).map((text) => ({ kind: 'value', text, rank: 4 }));
    case 'value':
      return [];
  }
}

/** Signs are not offered; units stand before other words. */
function wordFor(text: string, context: Context): Suggestion[] {
  if (!/^[a-z]/.test(text)) return [];
  const isUnit = text.startsWith('business ');
  if (isUnit && !agrees(text, context)) return [];
  return [{ kind: 'word', text, meaning: meaningOf(text.split(' ')[0] ?? ''), rank: isUnit ? 4 : 6 }];
}

function wordsFor(words: readonly string[], name: string, context: Context): readonly string[] {
  if (name === 'UNITWORD') return words.filter((word) => agrees(word, context));
  return name === 'ANCHOR' ? anchorsIn(context) : words;
}

/** A unit with its number. */
function agrees(unit: string, { tokens }: Context): boolean {
  const number = tokens.filter((token) => /^\d/.test(token.image)).at(-1)?.image;
  return unit.endsWith('s') !== (number === '1');
}

/** The moments that a block supplies. */
function anchorsIn({ declaration, block }: Context): readonly string[] {
  if (block === 'ladder' || block === 'remedy') return ['start', 'due', 'breach'];
  if (block === 'right') return ['opening'];
  return declaration === 'scenario' ? ['start', 'due', 'breach'] : [];
}

/** What stands before the dot of a qualified name is offered together with what stands behind it. */
function symbolsFor(program: Program, context: Context, name: string): Suggestion[] {
  if (name === 'OWNER') return [];
  if (name === 'VALUENAME') return valuesFor(program, context);
  return namesFor(program, name, context.tokens).map((symbol) => ({
    kind: 'symbol',
    symbol,
    text: textOf(symbol, name),
    rank: 5,
  }));
}

function textOf({ definition }: PolicySymbol, name: string): string {
  const qualified =
    regulated.includes(definition.kind) && definition.of !== undefined && !name.endsWith('OF');
  return qualified ? `${definition.of}.${definition.name}` : definition.name;
}

/** The values of the field that is being compared, set or given: the last one named before the place. */
function valuesFor(program: Program, { tokens, declaration, block }: Context): Suggestion[] {
  const declaring = (declaration === 'ticket' || declaration === 'event') && block === declaration;
  if (declaring) return ownValues(tokens);
  for (const token of [...tokens].reverse()) {
    const field =
      program.lookup('field', token.value) ??
      symbolsOf(program, 'data', ({ definition }) => definition.name === token.value)[0];
    if (!field) continue;
    const { type, name, kind, of } = field.definition;
    if (type?.kind === 'flag') return ['yes', 'no'].map((text) => ({ kind: 'word', text, rank: valueRank }));
    const owner = kind === 'data' ? `${of}.${name}` : name;
    return symbolsOf(program, 'value', ({ definition }) => definition.of === owner).map((symbol) => ({
      kind: 'symbol',
      symbol,
      text: symbol.definition.name,
      rank: valueRank,
    }));
  }
  return [];
}

/** Behind `=` in a field's own declaration. */
function ownValues(tokens: readonly Token[]): Suggestion[] {
  const images = tokens.map((token) => token.image);
  if (images[1] === 'yes') return ['yes', 'no'].map((text) => ({ kind: 'word', text, rank: valueRank }));
  const values = images.slice(images.indexOf('of') + 1, images.lastIndexOf('='));
  return values
    .filter((text) => /^[a-z]/.test(text) && text !== 'optional')
    .map((text) => ({ kind: 'value', text, rank: valueRank }));
}

const everywhere: readonly SymbolKind[] = [
  'field',
  'event',
  'state',
  'calendar',
  'benchmark',
  'rate',
  'role',
];

function everyName(program: Program): Suggestion[] {
  return everywhere.flatMap((kind) =>
    symbolsOf(program, kind).map((symbol) => ({
      kind: 'symbol' as const,
      symbol,
      text: symbol.definition.name,
      rank: 7,
    })),
  );
}

function codes(list: CodeList, { zones }: Lists): readonly string[] {
  switch (list) {
    case 'zones':
      return zones();
    case 'currencies':
      return [...currencies.keys()];
    case 'regions':
      return [...regions];
    case 'months':
      return months;
    case 'codes':
      return rules.map(({ code }) => code);
  }
}
