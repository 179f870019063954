/** A cell of a table; offsets in UTF-16 units of the text, end exclusive, quotes included. */
export interface Cell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface CsvProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Csv {
  /** Without blank lines. A row with a problem is left out. */
  readonly rows: readonly (readonly Cell[])[];
  readonly problems: readonly CsvProblem[];
}

export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/**
 * Reads comma-separated values by RFC 4180: quoted cells may hold separators, line breaks and doubled quotes. Lines end
 * with CRLF, LF or CR; a byte order mark is no part of the first cell. A line that breaks the rules is a problem, and
 * the lines after it are read.
 */
export function readCsv(text: string, separator: Separator): Csv {
  const rows: Cell[][] = [];
  const problems: CsvProblem[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const line = readLine(text, at, separator);
    if (line.problem) problems.push(line.problem);
    else if (line.cells.some(({ value }) => value.trim() !== '')) rows.push(line.cells);
    at = line.next;
  }
  return { rows, problems };
}

interface Line {
  cells: Cell[];
  problem?: CsvProblem;
  /** Where the next line begins. */
  next: number;
}

function readLine(text: string, start: number, separator: Separator): Line {
  const cells: Cell[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, separator);
    if (!cell) return brokenLine(text, at, at + 1, 'This quote is never closed.');
    cells.push(cell);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (at >= text.length || isBreak(text, at)) return { cells, next: afterBreak(text, at) };
    return brokenLine(
      text,
      at,
      at + 1,
      'After a closing quote only a separator or the end of the line can stand. A quote within quotes is written twice.',
    );
  }
}

/** Undefined where the quote is never closed. */
function quotedCell(text: string, start: number): Cell | undefined {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, start, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function bareCell(text: string, start: number, separator: Separator): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && !isBreak(text, end)) end += 1;
  return { value: text.slice(start, end), start, end };
}

/** What is wrong with a line takes the rest of that line, and nothing after it. */
function brokenLine(text: string, start: number, end: number, message: string): Line {
  let next = start;
  while (next < text.length && !isBreak(text, next)) next += 1;
  return { cells: [], problem: { message, start, end }, next: afterBreak(text, next) };
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function afterBreak(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}
