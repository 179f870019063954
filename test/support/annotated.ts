/** What a fixture expects: a code and the range it is underlined at. Offsets are UTF-16 units, end exclusive. */
export interface Expected {
  code: string;
  start: number;
  end: number;
}

const annotation = /^(\s*\/\/\s*)(\^+)\s+(\S+)\s*$/;

/**
 * Reads a fixture in which a comment line underlines what is wrong in the nearest line of code above it:
 *
 *     within 2 business days
 * //         ^^^^^^^^^^^^^^^ calendar/missing
 *
 * The carets stand under the characters meant. The comments stay in the text: they are comments in the language too.
 */
export function annotated(text: string): Expected[] {
  const expected: Expected[] = [];
  let offset = 0;
  let codeLine = 0;
  for (const line of text.split('\n')) {
    const match = annotation.exec(line);
    if (!match) codeLine = offset;
    else {
      const start = codeLine + match[1]!.length;
      expected.push({ code: match[3]!, start, end: start + match[2]!.length });
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
    if (!annotation.test(line)) {
      out.push(line);
      const end = offset + line.length;
      for (const problem of sorted.filter((each) => each.start >= offset && each.start <= end)) {
        const length = Math.max(1, Math.min(problem.end, end) - problem.start);
        out.push(
          `//${' '.repeat(Math.max(0, problem.start - offset - 2))}${'^'.repeat(length)} ${problem.code}`,
        );
      }
    }
    offset += line.length + 1;
  }
  return out.join('\n');
}

function inOrder(a: Expected, b: Expected): number {
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
