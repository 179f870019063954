import type { RemedyState } from './remedyState.ts';

/** A copy of remedies that can be settled further. Prices and spans of the past are not changed any more and are shared. */
export function copyRemedies(remedies: readonly RemedyState[]): RemedyState[] {
  return remedies.map(({ clauses, runs, arrived }) => ({
    clauses: clauses.map(({ since, spans }) => ({ since, spans: [...spans] })),
    runs: runs.map((run) => ({
      ...run,
      counted: run.counted.map((count) => ({
        ...count,
        prices: count.prices.map((price) => ({ ...price })),
      })),
    })),
    arrived,
  }));
}
