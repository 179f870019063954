import { nearestWord } from '../../../grammar/nearestWord.ts';
import { type Cell, readCsv, type Separator, separators } from './readCsv.ts';
import type { Placed, Roster, RosterHolding, RosterProblem, RosterRow } from './rosterRow.ts';

type Column = 'name' | 'role' | 'certificate' | 'since' | 'skill';

/** What a column may be called, in small letters. */
const columnNames: Readonly<Record<string, Column>> = {
  name: 'name',
  person: 'name',
  role: 'role',
  roles: 'role',
  certificate: 'certificate',
  since: 'since',
  skill: 'skill',
  skills: 'skill',
};

const columnList = 'name, role, certificate, since and skill';

/**
 * A roster as a spreadsheet writes it: a line of column names, then a line for every person, role or certificate. Roles
 * and skills of one cell are parted by `;`, or by `|` where the columns are.
 */
export function csvRoster(text: string): Roster {
  const separator = separatorOf(text);
  const { rows, problems: broken } = readCsv(text, separator);
  const problems: RosterProblem[] = broken.map((each) => ({ code: 'roster/bad-row', ...each }));
  const [header, ...lines] = rows;
  if (!header) return { rows: [], problems: [...problems, unreadable('This roster is empty.', 0, 0)] };
  const columns = header.map((cell) => columnNames[wordOf(cell).toLowerCase()]);
  if (!columns.includes('name')) {
    const message = `A roster begins with a line of column names, and one of them is \`name\`: ${columnList}.`;
    return { rows: [], problems: [...problems, unreadable(message, header[0]!.start, header.at(-1)!.end)] };
  }
  for (const [index, cell] of header.entries())
    if (columns[index] === undefined && wordOf(cell) !== '') problems.push(unknownColumn(cell));
  const found: RosterRow[] = [];
  for (const cells of lines) {
    const row = readRow(cells, columns, separator, problems);
    if (row) found.push(row);
  }
  return { rows: found, problems };
}

/** The one that parts the names of the first line. */
function separatorOf(text: string): Separator {
  const line = /^\uFEFF?[^\r\n]*/.exec(text)?.[0] ?? '';
  return separators.find((each) => line.includes(each)) ?? ',';
}

function readRow(
  cells: readonly Cell[],
  columns: readonly (Column | undefined)[],
  separator: Separator,
  problems: RosterProblem[],
): RosterRow | undefined {
  const whole = { start: cells[0]!.start, end: cells.at(-1)!.end };
  if (cells.length !== columns.length) {
    const message = `This row has ${cells.length} cells, and the line of column names has ${columns.length}.`;
    problems.push({ code: 'roster/bad-row', message, ...whole });
    return undefined;
  }
  const words = (column: Column): Placed[] =>
    cells.flatMap((cell, index) => (columns[index] === column ? wordsOf(cell, separator) : []));
  const [name] = cells.flatMap((cell, index) => (columns[index] === 'name' ? placed(cell) : []));
  if (!name) {
    problems.push({ code: 'roster/bad-row', message: 'This row names nobody.', ...whole });
    return undefined;
  }
  const certificates = words('certificate');
  const since = words('since');
  if (since.length > certificates.length)
    problems.push({
      code: 'roster/bad-row',
      message: 'This date belongs to no certificate.',
      start: since[certificates.length]!.start,
      end: since.at(-1)!.end,
    });
  const holds: RosterHolding[] = [
    ...certificates.map((certificate, index) => ({
      what: 'certificate' as const,
      name: certificate,
      ...(since[index] && { since: since[index] }),
    })),
    ...words('skill').map((skill) => ({ what: 'skill' as const, name: skill })),
  ];
  return { name, roles: words('role'), holds };
}

/** Several words of one cell, each where it stands as far as quotes leave it there. */
function wordsOf(cell: Cell, separator: Separator): Placed[] {
  const between = separator === ';' ? '|' : ';';
  return cell.value
    .split(between)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((text) => ({ text, start: cell.start, end: cell.end }));
}

function placed(cell: Cell): Placed[] {
  const text = wordOf(cell);
  return text === '' ? [] : [{ text, start: cell.start, end: cell.end }];
}

function wordOf({ value }: Cell): string {
  return value.trim();
}

function unreadable(message: string, start: number, end: number): RosterProblem {
  return { code: 'roster/unreadable', message, start, end };
}

function unknownColumn(cell: Cell): RosterProblem {
  const near = nearestWord(wordOf(cell).toLowerCase(), Object.keys(columnNames));
  const advice = near ? `Did you mean \`${near}\`?` : `There are ${columnList}.`;
  return {
    code: 'roster/unknown-column',
    message: `The column \`${wordOf(cell)}\` is not read. ${advice}`,
    start: cell.start,
    end: cell.end,
  };
}
