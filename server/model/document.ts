import { parse } from '../../grammar/parse.ts';
import type { PlacedPiece, Tree } from '../../grammar/tree.ts';

/** A text as it stands in its file. Immutable. */
export interface TextSource {
  readonly uri: string;
  readonly text: string;
}

/** The text of a policy with its tree: a changed text is a new document that shares unchanged pieces. */
export interface Document extends TextSource {
  readonly tree: Tree;
}

/** Lines and characters count from 0; characters are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export function createDocument(uri: string, text: string, previous?: Document): Document {
  return { uri, text, tree: parse(text, previous?.tree) };
}

/** The line and character of an offset; offsets beyond the text are its end. */
export function positionAt(document: TextSource, offset: number): Position {
  const starts = lineStarts(document);
  const bounded = Math.min(Math.max(offset, 0), document.text.length);
  const line = lastAtMost(starts.length, (index) => starts[index]! <= bounded);
  return { line, character: bounded - starts[line]! };
}

/** The offset of a position; a character beyond its line is the line's end. */
export function offsetAt(document: TextSource, position: Position): number {
  const starts = lineStarts(document);
  if (position.line < 0) return 0;
  if (position.line >= starts.length) return document.text.length;
  const start = starts[position.line]!;
  const offset = start + Math.max(position.character, 0);
  const next = starts[position.line + 1];
  return next === undefined
    ? Math.min(offset, document.text.length)
    : Math.min(offset, breakBefore(document, next));
}

/** The piece that holds an offset; between two pieces, the later one; at the end of the text, the last one. */
export function pieceAt(document: Document, offset: number): PlacedPiece | undefined {
  const { pieces } = document.tree;
  if (pieces.length === 0) return undefined;
  return pieces[lastAtMost(pieces.length, (index) => pieces[index]!.offset <= offset)];
}

/** Where the line break before a line begins. */
function breakBefore({ text }: TextSource, lineStart: number): number {
  return text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1;
}

const starts = new WeakMap<TextSource, number[]>();

function lineStarts(document: TextSource): number[] {
  let found = starts.get(document);
  if (!found) {
    found = [0];
    for (const end of document.text.matchAll(/\r\n?|\n/g)) found.push(end.index + end[0].length);
    starts.set(document, found);
  }
  return found;
}

/** The last index of an ascending sequence for which `holds` is true; 0 when it is true for none. */
function lastAtMost(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
