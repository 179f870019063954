/** A part of a line that may stand in a column with the parts of its neighbours. */
export interface Cell {
  text: string;
  /** Blanks behind it, at least. */
  gap: number;
  /** Neighbouring lines whose cells have the same key share a column; without one the next cell follows at once. */
  readonly key?: string;
  /** A wider cell stands out of its column instead of widening it. */
  readonly limit: number;
  /** Numbers that begin it are aligned by their last digits. */
  readonly numbers?: boolean;
}

/** One line of the output before its columns are known. */
export interface Line {
  readonly indent: number;
  readonly cells: Cell[];
  /** The comment behind it. */
  comment?: string;
  readonly blankBefore: boolean;
  /** The block it stands in; comments are aligned within a block. */
  readonly block: number;
  /** How long its own word is, or words: continuations stand behind it. */
  readonly lead: number;
  /** The line that it continues. */
  readonly continues?: Line;
  /** A comment by itself: it stands in no column and interrupts none. */
  readonly remark: boolean;
}
