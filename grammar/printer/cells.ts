import type { Declaration, Node, When } from '../ast.ts';
import { type BlockName, clausesOf } from '../keywords.ts';
import type { Token } from '../tokens.ts';
import * as t from '../tokens.ts';

/** Where a cell of a statement begins, and what the cell before it is like. */
export interface CellBreak {
  /** Index of the token that begins the cell. */
  readonly at: number;
  readonly gap: number;
}

/** How a statement is laid out in columns. */
export interface Layout {
  /** How long its own word is, or words; continuations stand behind it. */
  readonly lead: number;
  readonly breaks: readonly CellBreak[];
  /** The column that each cell belongs to, or none. */
  readonly keys: readonly (string | undefined)[];
  readonly limits: readonly number[];
}

/** A statement of a block: its kind, and the nodes that some kinds have. */
export type Statement = Node & { readonly kind: string } & Partial<{
    readonly when: When;
    readonly name: Node;
    readonly at: Node;
    readonly from: Node;
    readonly amount: Node;
    readonly actions: readonly Node[];
  }>;

const wordLimit = 11;
const nameLimit = 24;
const valueLimit = 40;

/** The columns of a clause, a field or a line of a scenario; `first` and `last` are indices of its tokens. */
export function clauseLayout(
  block: BlockName,
  clause: Statement,
  tokens: readonly Token[],
  first: number,
  last: number,
): Layout {
  const find = (test: (token: Token) => boolean, from = first): number => {
    for (let index = from; index <= last; index++) if (test(tokens[index] as Token)) return index;
    return -1;
  };
  const behind = (end: number) =>
    find(({ startOffset, tokenType }) => startOffset >= end && tokenType !== t.CloseParen);
  const row = clause.when === undefined ? -1 : rowStart(clause.when, tokens, first, last);
  const words = ownWords(block, tokens, first);
  const value = { at: first + words, gap: 1 };

  switch (clause.kind) {
    case 'field':
      return columns('field', nameLimit, [{ at: first + 1, gap: 1 }]);
    case 'rate-line':
      return columns('rate', valueLimit, [{ at: clause.from === undefined ? -1 : first + 2, gap: 2 }]);
    case 'rung': {
      const actions = (clause.actions ?? []).map(({ start }) => ({ at: behind(start), gap: 2 }));
      return columns('rung', valueLimit, [...actions, { at: row, gap: 2 }]);
    }
    case 'on':
      return columns('on', valueLimit, [{ at: find(({ tokenType }) => tokenType === t.Arrow), gap: 1 }]);
    case 'happens':
    case 'change':
      return columns('line', valueLimit, [{ at: behind(clause.at?.end ?? 0), gap: 2 }]);
    case 'ticket':
    case 'expect':
    case 'as of':
    case 'step':
      return columns(clause.kind, wordLimit, []);
    case 'within':
    case 'counts':
    case 'never':
    case 'capped':
      return clauseColumns(clause.kind, [value, { at: row, gap: 2 }]);
    case 'pays': {
      const more = behind(clause.amount?.end ?? 0);
      const ofValidity = more >= 0 && tokens[more]?.image === 'of' ? more + 2 : more;
      const accrual = ofValidity > last || ofValidity === row ? -1 : ofValidity;
      return clauseColumns(clause.kind, [value, { at: accrual, gap: 2 }, { at: row, gap: 2 }]);
    }
    case 'requires': {
      const inEvents = block === 'standard' ? find(({ image }) => image === 'in') : -1;
      return clauseColumns(clause.kind, [value, { at: inEvents, gap: 2 }]);
    }
    default:
      return clauseColumns(clause.kind, [value]);
  }

  function clauseColumns(kind: string, breaks: readonly CellBreak[]): Layout {
    const inside = present(breaks);
    return {
      lead: leadOf(tokens, first, words),
      breaks: inside,
      keys: ['word', ...inside.map((_, index) => `${kind} ${index}`)],
      limits: [wordLimit, ...inside.map(() => valueLimit)],
    };
  }

  function columns(kind: string, limit: number, breaks: readonly CellBreak[]): Layout {
    const inside = present(breaks);
    return {
      lead: leadOf(tokens, first, words),
      breaks: inside,
      keys: ['', ...inside].map((_, index) => `${kind} ${index}`),
      limits: [limit, ...inside.map(() => valueLimit)],
    };
  }

  function present(breaks: readonly CellBreak[]): readonly CellBreak[] {
    return breaks.filter(({ at }) => at > first && at <= last);
  }
}

/** The index of the `when` or `otherwise` that begins a row's condition. */
function rowStart(when: When, tokens: readonly Token[], first: number, last: number): number {
  for (let index = first; index <= last; index++) {
    const { image, startOffset } = tokens[index] as Token;
    if (when.kind === 'otherwise' ? startOffset === when.start : image === 'when') return index;
  }
  return -1;
}

function leadOf(tokens: readonly Token[], first: number, words: number): number {
  const images = tokens.slice(first, first + words).map(({ image }) => image);
  return images.join(' ').length;
}

/** How many tokens the clause's own words are: two in `not while` and `begins with`. */
function ownWords(block: BlockName, tokens: readonly Token[], first: number): number {
  const clauses = clausesOf(block);
  const own = tokens[first]?.image ?? '';
  const next = tokens[first + 1]?.image ?? '';
  if (Object.hasOwn(clauses, `${own} ${next}`)) return 2;
  return Object.hasOwn(clauses, own) && clauses[own]?.phrase ? 2 : 1;
}

const families: ReadonlyMap<string, string> = new Map([
  ['events', 'event'],
  ['roles', 'role'],
]);

/**
 * The columns of declarations that stand on one line each: the word, the name, what follows in the header, and the
 * block. `open` is the index of the block's brace, or the number of tokens.
 */
export function headerLayout(declaration: Declaration, tokens: readonly Token[], open: number): Layout {
  const named = 'name' in declaration;
  const breaks = [{ at: 1, gap: 1 }];
  if (named) breaks.push({ at: nameEnd(declaration, open), gap: 1 });
  if (open < tokens.length) breaks.push({ at: open, gap: 1 });
  const inside = breaks.filter(({ at }, index) => at < tokens.length && at !== breaks[index - 1]?.at);
  const family = families.get(declaration.kind) ?? declaration.kind;
  return {
    lead: leadOf(tokens, 0, 1),
    breaks: inside,
    keys: ['', ...inside].map((_, index) => `declare ${family} ${index}`),
    limits: ['', ...inside].map(() => valueLimit),
  };
}

/** The index behind the name, and behind the regulation it belongs to. */
function nameEnd(declaration: Declaration, open: number): number {
  const of = 'of' in declaration && declaration.of !== undefined;
  return Math.min(of ? 4 : 2, open);
}
