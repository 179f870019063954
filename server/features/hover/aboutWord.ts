import {
  type BlockName,
  type ClauseEntry,
  clauseEntry,
  clausesOf,
  type DeclarationWord,
  declarationEntry,
  isDeclarationWord,
  meaningOf,
} from '../../../grammar/keywords.ts';
import type { Piece } from '../../../grammar/tree.ts';
import type { AnyNode, Spot } from '../spot.ts';
import { fenced } from './aboutSymbol.ts';

/** A word of the language, as it is meant where it stands: its meaning, its syntax and an example. */
export function aboutWord({
  placed,
  offset,
  nodes,
}: Spot): { text: string; start: number; end: number } | undefined {
  const word = wordAround(placed.piece, offset);
  const innermost = nodes.at(-1);
  if (!word || innermost?.kind === 'text') return undefined;
  const entry = entryOf(placed.piece, word, nodes);
  if (entry)
    return {
      ...word,
      text: [entry.meaning, fenced(entry.syntax), 'For example:', fenced(entry.example)].join('\n\n'),
    };
  // What stands where a name stands is a name, even if elsewhere it is a word of the language.
  if (innermost?.kind === 'name') return undefined;
  const meaning = meaningOf(word.word);
  return meaning === undefined ? undefined : { ...word, text: meaning };
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function wordAround({ text }: Piece, offset: number): Word | undefined {
  for (const match of text.matchAll(/[a-z]+(?:-[a-z]+)*/g)) {
    const end = match.index + match[0].length;
    if (match.index <= offset && offset <= end) return { word: match[0], start: match.index, end };
  }
  return undefined;
}

/** The declaration or the clause that begins with the word. */
function entryOf(
  piece: Piece,
  word: Word,
  nodes: readonly AnyNode[],
): Omit<ClauseEntry, 'required'> | undefined {
  let block: BlockName | undefined;
  for (const node of nodes) {
    if (block !== undefined) {
      const entry = clauseAt(piece, block, word, node.start);
      if (entry) return entry;
    }
    if (node.kind === 'step') block = 'step';
    if (node === nodes[0] && node.kind && isDeclarationWord(node.kind)) block = node.kind;
  }
  const declared = nodes[0]?.start === word.start && isDeclarationWord(word.word);
  return declared ? declarationEntry(word.word as DeclarationWord) : undefined;
}

/** The clause that begins at `start`, if the word is one of those it begins with. */
function clauseAt({ text }: Piece, block: BlockName, word: Word, start: number): ClauseEntry | undefined {
  const [first = '', second] = text.slice(start).split(/[^a-z-]+/, 2);
  const isFirst = word.start === start;
  const both = second !== undefined && Object.hasOwn(clausesOf(block), `${first} ${second}`);
  const isSecond = both && word.word === second && /^\s+$/.test(text.slice(start + first.length, word.start));
  return isFirst || isSecond ? clauseEntry(block, first, second) : undefined;
}
