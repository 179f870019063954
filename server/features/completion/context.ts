import {
  type BlockName,
  clauseEntry,
  clauseWordsOf,
  type DeclarationWord,
  isDeclarationWord,
  linesOf,
} from '../../../grammar/keywords.ts';
import type { Token } from '../../../grammar/tokens.ts';
import * as t from '../../../grammar/tokens.ts';
import { createMachine, type Fits, type Machine } from './machine.ts';
import { clauses, headers } from './shapes.ts';

/** Where in a declaration a place is, judged by the tokens before it. */
export interface Context {
  /** Undefined where a new declaration may begin. */
  readonly declaration?: DeclarationWord;
  /** The block around the place. */
  readonly block?: BlockName;
  /** The clause, the line or the header in which the place is. */
  readonly machine?: Machine;
  /** The tokens of that clause so far. */
  readonly tokens: readonly Token[];
  /** Whether a clause may begin here. */
  readonly clauseStart: boolean;
  /** What is written of the clause makes no sense, so anything may follow. */
  readonly broken: boolean;
  /** The clauses begun in this block before the place. */
  readonly begun: readonly string[];
}

const topLevel: Context = { tokens: [], clauseStart: false, broken: false, begun: [] };

/** Reads the tokens of a piece up to a place. */
export function contextAfter(tokens: readonly Token[], fits: Fits): Context {
  const [first] = tokens;
  if (!first || !isDeclarationWord(first.image)) return topLevel;
  const declaration = first.image;
  const reader = createReader(declaration, fits);
  for (const [index, token] of tokens.entries()) reader.read(token, tokens[index + 1]);
  return reader.context();
}

function createReader(declaration: DeclarationWord, fits: Fits) {
  const begun: string[][] = [[]];
  let blocks: BlockName[] = [];
  let closed = false;
  let machine: Machine | undefined = createMachine([headers[declaration]], fits);
  let current: Token[] = [];
  let broken = false;

  const begin = (shapes: readonly string[]) => {
    machine = createMachine(shapes, fits);
    current = [];
    broken = false;
  };
  const read = (token: Token) => {
    current.push(token);
    const next = machine?.read(token);
    if (!next) broken = true;
    machine = next;
  };

  const startsClause = (token: Token): boolean => {
    const block = blocks.at(-1);
    if (block === undefined || token.tokenType === t.QuotedName) return false;
    if (clauseWordsOf(block).has(token.image)) return machine === undefined || machine.canEnd;
    if (!linesOf(block)) return false;
    if (machine === undefined) return token.first || current.length === 0;
    return machine.canEnd && machine.read(token) === undefined;
  };

  return {
    read(token: Token, following: Token | undefined): void {
      if (closed) return;
      if (token.tokenType === t.OpenBrace) {
        blocks = [...blocks, blocks.length === 0 ? declaration : 'step'];
        begun[blocks.length] = [];
        machine = undefined;
        current = [];
        broken = false;
      } else if (token.tokenType === t.CloseBrace) {
        blocks = blocks.slice(0, -1);
        closed = blocks.length === 0;
        machine = undefined;
        current = [];
        broken = false;
      } else if (startsClause(token)) {
        const block = blocks.at(-1)!;
        begun[blocks.length]?.push(keyOf(block, token, following));
        begin(Object.values(clauses[block]));
        read(token);
      } else read(token);
    },
    context(): Context {
      const block = blocks.at(-1);
      if (closed) return topLevel;
      return {
        declaration,
        block,
        machine,
        tokens: current,
        clauseStart: block !== undefined && (machine === undefined || machine.canEnd),
        broken,
        begun: begun[blocks.length] ?? [],
      };
    },
  };
}

/** The key of the clause that a token begins, as in the table of keywords. */
function keyOf(block: BlockName, token: Token, following: Token | undefined): string {
  const both = `${token.image} ${following?.image ?? ''}`;
  if (Object.hasOwn(clauses[block], both)) return both;
  return clauseEntry(block, token.image) ? token.image : '';
}
