import type { Declaration, Node } from './ast.ts';

/** A comment with its slashes, relative to its piece. */
export interface Comment extends Node {
  readonly kind: 'line' | 'block' | 'documentation';
}

/** A syntax error, relative to its piece; `code` is one of the codes in `messages.ts`. */
export interface SyntaxProblem extends Node {
  readonly code: string;
  readonly message: string;
  /** A second place that explains the first, e.g. the brace that was never closed. */
  readonly related?: Node & { readonly message: string };
  /** The edit that mends it, where there is an obvious one. */
  readonly fix?: Node & { readonly title: string; readonly text: string };
}

/**
 * One declaration's worth of text, parsed by itself. Immutable, and kept as the same object across edits that do not
 * touch its text, so that everything derived from it can be kept too.
 */
export interface Piece {
  /** The exact text of the piece, trivia before and after the declaration included: pieces tile the file. */
  readonly text: string;
  /** Absent where the text could not be read as any declaration. */
  readonly declaration?: Declaration;
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** A piece where it stands in the file. */
export interface PlacedPiece {
  /** Of the piece's first character in the file, in UTF-16 units. */
  readonly offset: number;
  readonly piece: Piece;
}

export interface Tree {
  readonly text: string;
  readonly pieces: readonly PlacedPiece[];
}
