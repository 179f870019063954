import { padTo, widthOf } from './width.ts';

/** A word of a table, and how it is drawn. */
export interface Column {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Rows in columns that are as wide as they must be; a column without any text is left out. */
export function columns(rows: readonly (readonly Column[])[]): string[] {
  const [header = [], ...body] = rows;
  const kept = header.map((_, index) => body.some((row) => row[index]!.text !== ''));
  const widths = header.map((_, index) => Math.max(...rows.map((row) => widthOf(row[index]!.text))));
  return rows.map((row) =>
    row
      .map(({ text, paint = (same) => same }, index) =>
        padTo(text, widths[index]!).replace(text, () => paint(text)),
      )
      .filter((_, index) => kept[index])
      .join('  ')
      .trimEnd(),
  );
}
