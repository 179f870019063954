import type { Stored } from '../value/stored.ts';
import type { State } from './state.ts';

/** What a hand-over keeps, as far as it is a field of the ticket that is set: other words stand for nothing here. */
export function keptOf(keeping: readonly string[], { fields }: State): Record<string, Stored> {
  const kept: Record<string, Stored> = {};
  for (const name of keeping) {
    const value = fields[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** What of it is gone, or has become something else. */
export function lostOf(kept: Readonly<Record<string, Stored>>, { fields }: State): string[] {
  return Object.keys(kept).filter((name) => fields[name] !== kept[name]);
}
