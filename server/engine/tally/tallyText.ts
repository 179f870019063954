import type { Tally } from './tally.ts';

/** A tally as JSON text to be stored: the same tickets give the same bytes, in whatever order and split. */
export function tallyText(state: Tally): string {
  return JSON.stringify(sorted(state));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
