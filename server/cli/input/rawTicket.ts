/** The text of one ticket where it stands in its file; lines and columns count from 1, columns in UTF-16 units. */
export interface RawTicket {
  kind: 'ticket';
  text: string;
  line: number;
  column: number;
}

/** A place in a file of tickets that no ticket could be read from. */
export interface Damage {
  kind: 'damage';
  rule: string;
  message: string;
  line: number;
  column: number;
}

/** Cuts a file into the texts of its tickets as its bytes arrive. */
export interface Splitter {
  feed(bytes: Buffer): Iterable<RawTicket | Damage>;
  /** What is left when no more bytes come. */
  end(): Iterable<RawTicket | Damage>;
}

/** No ticket is longer; a larger one is a file that was never closed, and would fill the memory. */
export const longestTicket = 16 * 1024 * 1024;

/** What there is to say of text that was read as UTF-8 and is not. */
export function notUtf8(line: number, column: number): Damage {
  return {
    kind: 'damage',
    rule: 'tickets/not-utf8',
    message: 'This text is not UTF-8, so some of its characters cannot be read. Save the file as UTF-8.',
    line,
    column,
  };
}

export function tooLong(line: number, column: number): Damage {
  return {
    kind: 'damage',
    rule: 'tickets/too-long',
    message: `What begins here is longer than ${longestTicket / 1024 / 1024} MB, more than any ticket; it is left out.`,
    line,
    column,
  };
}
