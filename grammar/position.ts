/** A place as editors name it: both from 0, the character in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** Beyond the text is its end; inside a line break is the end of the line. */
  positionAt(offset: number): Position;
  /** Beyond a line is its end, before its line break; beyond the last line the end of the text. */
  offsetAt(position: Position): number;
}

const LF = 10;
const CR = 13;

/** Lines end with LF, CR LF or a lone CR, as the language server protocol has it. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);

  function contentEnd(line: number): number {
    let end = starts[line + 1] ?? text.length;
    const start = starts[line] as number;
    if (line + 1 < starts.length) {
      end--;
      if (end > start && text.charCodeAt(end) === LF && text.charCodeAt(end - 1) === CR) end--;
    }
    return end;
  }

  return {
    lineCount: starts.length,

    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: Math.min(bounded, contentEnd(low)) - (starts[low] as number) };
    },

    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return text.length;
      return Math.min(start + Math.max(0, character), contentEnd(line));
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    if (code === CR || code === LF) starts.push(at + 1);
  }
  return starts;
}
