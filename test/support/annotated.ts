/** What a fixture expects: a code and the range it is underlined at. Offsets are UTF-16 units, end exclusive. */
export interface Expected {
  code: string;
  start: number;
  end: number;
}

const carets = /^(\s*\/\/\s*)(\^+)\s+(\S+)\s*$/;
const position = /^\s*\/\/@(\d+)\+(\d+)\s+(\S+)\s*$/;

/**
 * Reads a fixture in which a comment line underlines what is wrong in the nearest line of code above it:
 *
 *     within 2 business days
 * //         ^^^^^^^^^^^^^^^ calendar/missing
 *
 * The carets stand under the characters meant. What begins in the first two columns, where the slashes stand, is given
 * as a column from 0 and a length: `//@0+6 code`. The comments stay in the text: they are comments in the language too.
 */
export function annotated(text: string): Expected[] {
  const expected: Expected[] = [];
  let offset = 0;
  let codeLine = 0;
  for (const line of text.split('\n')) {
    const found = readAnnotation(line);
    if (!found) codeLine = offset;
    else {
      const start = codeLine + found.column;
      expected.push({ code: found.code, start, end: start + found.length });
    }
    offset += line.length + 1;
  }
  return expected.sort(inOrder);
}

/**
 * Draws problems under the lines of a text as `annotated` reads them, so that a failing fixture prints what it should
 * say. A problem that runs over the end of its line is drawn to that end.
 */
export function annotate(text: string, problems: readonly Expected[]): string {
  const sorted = [...problems].sort(inOrder);
  const out: string[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (!readAnnotation(line)) {
      out.push(line);
      const end = offset + line.length;
      for (const problem of sorted.filter((each) => each.start >= offset && each.start <= end)) {
        const length = Math.max(1, Math.min(problem.end, end) - problem.start);
        out.push(drawAnnotation(problem.start - offset, length, problem.code));
      }
    }
    offset += line.length + 1;
  }
  return out.join('\n');
}

function readAnnotation(line: string): { column: number; length: number; code: string } | undefined {
  const drawn = carets.exec(line);
  if (drawn) return { column: drawn[1]!.length, length: drawn[2]!.length, code: drawn[3]! };
  const said = position.exec(line);
  return said ? { column: Number(said[1]), length: Number(said[2]), code: said[3]! } : undefined;
}

function drawAnnotation(column: number, length: number, code: string): string {
  if (column < 2) return `//@${column}+${length} ${code}`;
  return `//${' '.repeat(column - 2)}${'^'.repeat(length)} ${code}`;
}

function inOrder(a: Expected, b: Expected): number {
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
