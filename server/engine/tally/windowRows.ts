/** What was counted under one key: a declaration's clause, a window and a group. */
export interface WindowRow<T> {
  id: string;
  clause: number;
  /** The first day of its window; empty where there are none. */
  window: string;
  /** Empty where nothing is grouped. */
  group: string;
  counts: T;
}

/** Reads `id|clause|window|group` keys; by window, then group. */
export function windowRows<T>(counted: Readonly<Record<string, T>>): WindowRow<T>[] {
  return Object.entries(counted)
    .map(([key, counts]) => {
      const [id = '', clause = '', window = ''] = key.split('|', 3);
      const group = key.slice(id.length + clause.length + window.length + 3);
      return { id, clause: Number(clause), window, group, counts };
    })
    .sort((a, b) => compareTexts(a.window, b.window) || compareTexts(a.group, b.group));
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Each row with the one before it in the same group, for how things have changed. */
export function withPrevious<T>(
  rows: readonly WindowRow<T>[],
): { row: WindowRow<T>; previous: WindowRow<T> | undefined }[] {
  const latest = new Map<string, WindowRow<T>>();
  return rows.map((row) => {
    const previous = latest.get(row.group);
    latest.set(row.group, row);
    return { row, previous };
  });
}
