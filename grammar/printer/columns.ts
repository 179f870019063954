import type { Line } from './line.ts';

const commentGap = 2;
/** Longer lines do not push the comments of the others aside. */
const commentLimit = 90;

/** The text of each line, with cells and comments in columns. */
export function inColumns(lines: readonly Line[]): readonly string[] {
  const columns = new Map<Line, number[]>();
  for (const line of lines) columns.set(line, [line.indent * 2]);
  const depth = lines.reduce((most, { cells }) => Math.max(most, cells.length - 1), 0);
  for (let cell = 0; cell < depth; cell++) placeNext(lines, columns, cell);
  const texts = lines.map((line) => render(line, columns));
  return withComments(lines, texts);
}

/** Places the cells behind the `index`th of every line. */
function placeNext(lines: readonly Line[], columns: ReadonlyMap<Line, number[]>, index: number): void {
  let run: Line[] = [];
  let key: string | undefined;
  for (const line of lines) {
    const ownKey = line.cells[index]?.key;
    if (line.remark || line.continues !== undefined) {
      if (line.blankBefore) key = undefined;
      continue;
    }
    if (ownKey === undefined || ownKey !== key || line.blankBefore) {
      placeRun(run, columns, index);
      run = [];
    }
    key = ownKey;
    run.push(line);
  }
  placeRun(run, columns, index);
}

function placeRun(run: readonly Line[], columns: ReadonlyMap<Line, number[]>, index: number): void {
  if (run[0]?.cells[index]?.numbers === true) alignNumbers(run, index);
  let shared = 0;
  for (const line of run) {
    const cell = line.cells[index];
    if (cell === undefined || line.cells.length <= index + 1 || cell.text.length > cell.limit) continue;
    if (!cell.text.includes('\n')) shared = Math.max(shared, behind(line, columns, index));
  }
  for (const line of run) {
    if (line.cells.length > index + 1)
      columns.get(line)?.push(Math.max(shared, behind(line, columns, index)));
  }
}

/** Puts the last digits of numbers that begin a cell under each other. */
function alignNumbers(run: readonly Line[], index: number): void {
  const digits = run.map(({ cells }) => /^\d+(?=[ .])/.exec(cells[index]?.text ?? '')?.[0].length ?? 0);
  const most = digits.reduce((a, b) => Math.max(a, b), 0);
  run.forEach(({ cells }, at) => {
    const cell = cells[index];
    const own = digits[at] ?? 0;
    if (cell !== undefined && own > 0) cell.text = ' '.repeat(most - own) + cell.text;
  });
}

function behind(line: Line, columns: ReadonlyMap<Line, number[]>, index: number): number {
  const cell = line.cells[index];
  const column = columns.get(line)?.[index] ?? 0;
  return cell === undefined ? column : column + lastLineLength(cell.text) + cell.gap;
}

function render(line: Line, columns: ReadonlyMap<Line, number[]>): string {
  const { continues } = line;
  if (continues !== undefined)
    return ' '.repeat(hang(continues, columns)) + line.cells.map(({ text }) => text).join(' ');
  const own = columns.get(line) ?? [];
  let text = '';
  let length = 0;
  line.cells.forEach((cell, index) => {
    const blanks = ' '.repeat(Math.max(0, (own[index] ?? 0) - length));
    text += blanks + cell.text;
    length = cell.text.includes('\n') ? lastLineLength(cell.text) : length + blanks.length + cell.text.length;
  });
  return text;
}

/** Where the continuations of a line begin: under what stands behind its own word. */
function hang(line: Line, columns: ReadonlyMap<Line, number[]>): number {
  const [start = 0, second] = columns.get(line) ?? [];
  const behindLead = start + line.lead + 1;
  const firstCell = line.cells[0]?.text.length ?? 0;
  return second !== undefined && firstCell === line.lead ? second : behindLead;
}

function withComments(lines: readonly Line[], texts: readonly string[]): readonly string[] {
  const result = [...texts];
  let from = 0;
  for (let index = 1; index <= lines.length; index++) {
    const line = lines[index];
    if (line !== undefined && !line.blankBefore && line.block === lines[from]?.block) continue;
    alignComments(lines, result, from, index);
    from = index;
  }
  return result;
}

function alignComments(lines: readonly Line[], texts: string[], from: number, to: number): void {
  let column = 0;
  for (let index = from; index < to; index++) {
    const length = lastLineLength(texts[index] as string);
    if (lines[index]?.comment !== undefined && length <= commentLimit)
      column = Math.max(column, length + commentGap);
  }
  for (let index = from; index < to; index++) {
    const comment = lines[index]?.comment;
    if (comment === undefined) continue;
    const text = texts[index] as string;
    const blanks = Math.max(commentGap, column - lastLineLength(text));
    texts[index] = text === '' ? comment : text + ' '.repeat(blanks) + comment;
  }
}

function lastLineLength(text: string): number {
  return text.length - (text.lastIndexOf('\n') + 1);
}
