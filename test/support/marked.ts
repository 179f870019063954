/** A text with its markers taken out, and where they stood. */
export interface Marked {
  text: string;
  /** Of each `<|>`, in order. */
  cursors: number[];
  /** Of each `<|…|>`, in order; end exclusive. */
  ranges: { start: number; end: number }[];
}

const marker = /<\|>|<\||\|>/g;

/** Reads `<|>` as a cursor and `<|…|>` as a range. Offsets are UTF-16 units in the text without markers. */
export function marked(source: string): Marked {
  const cursors: number[] = [];
  const ranges: Marked['ranges'] = [];
  const open: number[] = [];
  let text = '';
  let last = 0;
  for (const match of source.matchAll(marker)) {
    text += source.slice(last, match.index);
    last = match.index + match[0].length;
    if (match[0] === '<|>') cursors.push(text.length);
    else if (match[0] === '<|') open.push(ranges.push({ start: text.length, end: -1 }) - 1);
    else {
      const range = open.pop();
      if (range === undefined) throw new Error('a |> without its <|');
      ranges[range] = { start: ranges[range]!.start, end: text.length };
    }
  }
  if (open.length > 0) throw new Error('a <| without its |>');
  return { text: text + source.slice(last), cursors, ranges };
}
