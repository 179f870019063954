import { meaningOf } from '../../../grammar/keywords.ts';
import type { Token } from '../../../grammar/tokens.ts';
import type { SymbolKind } from '../../model/definitions.ts';
import type { PolicySymbol, Program } from '../../model/program.ts';
import type { Type } from '../../model/types.ts';
import type { Fits } from './machine.ts';
import { terminals } from './terminals.ts';

type Accept = (symbol: PolicySymbol) => boolean;

/** The names of a program that make sense for a terminal, each once. */
export function namesFor(program: Program, terminal: string, tokens: readonly Token[]): PolicySymbol[] {
  const accept = narrowed[terminal]?.(program, tokens) ?? acceptAll;
  return kindsOf(terminal).flatMap((kind) => symbolsOf(program, kind, accept));
}

/** Each name of a kind once, as far as `accept` wants it. */
export function symbolsOf(program: Program, kind: SymbolKind, accept: Accept = acceptAll): PolicySymbol[] {
  const first = new Map<string, PolicySymbol>();
  for (const symbol of program.symbols(kind)) {
    const { path } = symbol.definition;
    if (!first.has(path) && accept(symbol)) first.set(path, symbol);
  }
  return [...first.values()];
}

/** Tells whether a name already written fits a terminal. What the program does not know may be anything. */
export function fitsIn(program: Program): Fits {
  const known = namesOf(program);
  return (name, terminal) => {
    const symbols = known.get(name);
    // A word of the language is a name only where it has been declared.
    if (!symbols) return meaningOf(name) === undefined;
    const kinds = kindsOf(terminal);
    const accept = narrowed[terminal]?.(program, []) ?? acceptAll;
    return symbols.some((symbol) => kinds.includes(symbol.definition.kind) && accept(symbol));
  };
}

function kindsOf(name: string): readonly SymbolKind[] {
  const terminal = terminals[name];
  return terminal?.kind === 'symbol' ? terminal.kinds : [];
}

const acceptAll: Accept = () => true;

/** Terminals that only some of the names of their kind fit; given the tokens before the place. */
const narrowed: Readonly<Record<string, (program: Program, tokens: readonly Token[]) => Accept>> = {
  FLAG: ofType('flag'),
  COMPARED: () => (symbol) => symbol.definition.type?.kind !== 'flag',
  DATEFIELD: ofType('date', 'date-time'),
  DURATIONFIELD: ofType('duration'),
  ORDEREDFIELD: () => (symbol) => isOrdered(symbol.definition.type),
  BENCHMARKOF: ofOwner,
  EXPECTEDOF: ofOwner,
  FROZENOF: ofOwner,
  /** Behind an event that brings data, only those. */
  DATA: (program, tokens) => {
    const named = new Set(tokens.map((token) => token.value));
    const isOwn: Accept = ({ definition }) => named.has(definition.of ?? '');
    return program.symbols('data').some(isOwn) ? isOwn : acceptAll;
  },
};

/** What belongs to the regulation before the dot. */
function ofOwner(_: Program, tokens: readonly Token[]): Accept {
  const owner = tokens.at(-2)?.value;
  return (symbol) => owner === undefined || symbol.definition.of === owner;
}

function ofType(...kinds: Type['kind'][]): () => Accept {
  return () => (symbol) => kinds.includes(symbol.definition.type?.kind ?? 'unknown');
}

function isOrdered(type: Type | undefined): boolean {
  return type?.kind === 'word' && type.ordered;
}

const cache = new WeakMap<Program, ReadonlyMap<string, readonly PolicySymbol[]>>();

const kindsKnown = new Set(Object.keys(terminals).flatMap(kindsOf));

function namesOf(program: Program): ReadonlyMap<string, readonly PolicySymbol[]> {
  let names = cache.get(program);
  if (!names) {
    const found = new Map<string, PolicySymbol[]>();
    for (const kind of kindsKnown)
      for (const symbol of program.symbols(kind)) {
        const { name } = symbol.definition;
        const same = found.get(name);
        if (same) same.push(symbol);
        else found.set(name, [symbol]);
      }
    names = found;
    cache.set(program, names);
  }
  return names;
}
