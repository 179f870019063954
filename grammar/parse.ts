import { commonPrefix, commonSuffix } from './commonText.ts';
import { parsePiece } from './parsePiece.ts';
import { Splitter } from './splitter.ts';
import type { Piece, PlacedPiece, Tree } from './tree.ts';

/**
 * Reads a text, whatever it is: problems stand in the pieces, and nothing is ever thrown. With the tree of an earlier
 * text only the pieces that an edit touched are read again, and the others are the same objects as before; the result
 * equals that of a fresh reading.
 */
export function parse(text: string, previous?: Tree): Tree {
  if (previous === undefined) return { text, pieces: parseAll(text) };
  if (previous.text === text) return previous;
  return { text, pieces: parseAgain(text, previous) };
}

function parseAll(text: string): PlacedPiece[] {
  const splitter = new Splitter(text);
  const pieces: PlacedPiece[] = [];
  let offset = 0;
  for (let cut = splitter.next(); cut !== undefined; cut = splitter.next()) {
    pieces.push({ offset, piece: parsePiece(text.slice(offset, cut.end), cut.words) });
    offset = cut.end;
  }
  if (offset < text.length) pieces.push({ offset, piece: parsePiece(text.slice(offset)) });
  return pieces;
}

/** Where a piece ends may depend on the start of the next one, and that on the line behind it. */
const neighbours = 2;

function parseAgain(text: string, previous: Tree): PlacedPiece[] {
  const old = previous.pieces;
  const same = commonPrefix(previous.text, text);
  const sameEnd = commonSuffix(previous.text, text, same);
  const growth = text.length - previous.text.length;
  const changedEnd = text.length - sameEnd;

  let kept = Math.max(0, firstAt(old, same + 1) - 1 - neighbours);
  if (text.slice(Math.max(0, same - 1), changedEnd + 1).includes('*/')) kept = Math.min(kept, firstOpen(old));
  const pieces = old.slice(0, kept);
  let offset = old[kept]?.offset ?? 0;

  // The first old piece behind the change: where the cutting meets its start, everything is as before.
  let rest = firstAt(old, previous.text.length - sameEnd);
  const reusable = new Map(old.slice(kept, rest).map(({ piece }) => [piece.text, piece]));
  const splitter = new Splitter(text, offset);
  for (let cut = splitter.next(); cut !== undefined; cut = splitter.next()) {
    const { end } = cut;
    pieces.push({ offset, piece: pieceOf(text.slice(offset, end), reusable) });
    offset = end;
    while (rest < old.length && (old[rest] as PlacedPiece).offset + growth < end) {
      const { piece } = old[rest++] as PlacedPiece;
      reusable.set(piece.text, piece);
    }
    if (rest < old.length && (old[rest] as PlacedPiece).offset + growth === end && end >= changedEnd) {
      return pieces.concat(shifted(old, rest, growth));
    }
  }
  if (offset < text.length) pieces.push({ offset, piece: pieceOf(text.slice(offset), reusable) });
  return pieces;
}

function pieceOf(text: string, reusable: ReadonlyMap<string, Piece>): Piece {
  return reusable.get(text) ?? parsePiece(ownCopy(text));
}

/**
 * A copy that does not keep the text alive that it was cut from: pieces outlive many versions of their file. The
 * engine copies when it joins strings, and shares when it slices them.
 */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

function shifted(pieces: readonly PlacedPiece[], from: number, by: number): PlacedPiece[] {
  return pieces
    .slice(from)
    .map((placed) => (by === 0 ? placed : { offset: placed.offset + by, piece: placed.piece }));
}

/** The index of the first piece that starts at an offset or behind it. */
function firstAt(pieces: readonly PlacedPiece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as PlacedPiece).offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first piece with a block comment that has no end: a end of one far behind would give it one. */
function firstOpen(pieces: readonly PlacedPiece[]): number {
  const open = pieces.findIndex(({ piece }) =>
    piece.comments.some(
      ({ kind, start, end }) => kind === 'block' && !isClosed(piece.text.slice(start, end)),
    ),
  );
  return open < 0 ? pieces.length : open;
}

function isClosed(comment: string): boolean {
  return comment.length >= 4 && comment.endsWith('*/');
}
