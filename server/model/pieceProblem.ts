import type { SymbolKey } from './definitions.ts';
import type { Problem } from './problem.ts';

/** A problem within one piece, relative to it, so that it can be kept while the piece moves. */
export interface PieceProblem extends Pick<Problem, 'message' | 'clause' | 'tags'> {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** Second places in the same piece. */
  readonly places?: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  /** Second places elsewhere: where a symbol is declared. */
  readonly symbols?: readonly { readonly symbol: SymbolKey; readonly message: string }[];
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  };
}
