import type { Assessed, Outcome, Status } from '../outcome.ts';
import { statuses } from '../outcome.ts';
import { parseInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';

/**
 * What spans tickets, as plain JSON: counts by benchmark and window. Merging is associative and commutative, so a
 * million tickets tallied in any split give the same.
 */
export interface Tally {
  tickets: number;
  /** The latest instant any ticket was seen at, as milliseconds. */
  latest: number | null;
  /** By benchmark and status. */
  runs: Record<string, Partial<Record<Status, number>>>;
  /** By `benchmark|clause|window|group`. */
  attainments: Record<string, AttainmentTally>;
  /** Runs still running, by `due|benchmark|assessed`: breached once the summary is as of their due instant. */
  pending: Record<string, number>;
  /** By rule. */
  findings: Record<string, number>;
}

export interface AttainmentTally {
  assessed: number;
  /** By level. */
  attained: number[];
}

export function emptyTally(): Tally {
  return { tickets: 0, latest: null, runs: {}, attainments: {}, pending: {}, findings: {} };
}

/** Adds a ticket's outcome, in place. */
export function tally(state: Tally, outcome: Outcome): Tally {
  state.tickets++;
  const asOf = instantOf(outcome.asOf);
  if (asOf !== null) state.latest = Math.max(state.latest ?? Number.NEGATIVE_INFINITY, asOf);
  for (const benchmark of outcome.benchmarks) {
    const counts = entry(state.runs, benchmark.id, () => ({}) as Partial<Record<Status, number>>);
    const due = instantOf(benchmark.due);
    if (benchmark.status === 'running' && due !== null) {
      add(state.pending, JSON.stringify([due, benchmark.id, benchmark.assessed ?? []]), 1);
      continue;
    }
    counts[benchmark.status] = (counts[benchmark.status] ?? 0) + 1;
    if (benchmark.status !== 'met' && benchmark.status !== 'breached') continue;
    for (const assessed of benchmark.assessed ?? []) countAssessed(state, benchmark.id, assessed, 1);
  }
  for (const { rule } of outcome.findings) add(state.findings, rule, 1);
  return state;
}

/** Texts in outcomes carry their offsets. */
function instantOf(text: string | null | undefined): Instant | null {
  const parsed = parseInstant(text ?? '');
  return parsed.ok ? parsed.at : null;
}

/** The tally of both. */
export function merge(a: Tally, b: Tally): Tally {
  const merged = structuredClone(a);
  merged.tickets += b.tickets;
  if (b.latest !== null) merged.latest = Math.max(merged.latest ?? Number.NEGATIVE_INFINITY, b.latest);
  for (const [id, counts] of Object.entries(b.runs)) {
    const into = entry(merged.runs, id, () => ({}) as Partial<Record<Status, number>>);
    for (const status of statuses) if (counts[status]) into[status] = (into[status] ?? 0) + counts[status];
  }
  for (const [key, from] of Object.entries(b.attainments)) {
    const into = entry(merged.attainments, key, () => ({
      assessed: 0,
      attained: from.attained.map(() => 0),
    }));
    into.assessed += from.assessed;
    from.attained.forEach((count, i) => {
      into.attained[i] = (into.attained[i] ?? 0) + count;
    });
  }
  for (const [key, count] of Object.entries(b.pending)) add(merged.pending, key, count);
  for (const [rule, count] of Object.entries(b.findings)) add(merged.findings, rule, count);
  return merged;
}

export function countAssessed(state: Tally, benchmark: string, assessed: Assessed, runs: number): void {
  const { clause, window, group, levels } = assessed;
  const key = JSON.stringify([benchmark, clause, window ?? null, group ?? null]);
  const into = entry(state.attainments, key, () => ({ assessed: 0, attained: levels.map(() => 0) }));
  into.assessed += runs;
  levels.forEach((attained, i) => {
    if (attained) into.attained[i] = (into.attained[i] ?? 0) + runs;
  });
}

function add(counts: Record<string, number>, key: string, count: number): void {
  counts[key] = (Object.hasOwn(counts, key) ? counts[key]! : 0) + count;
}

function entry<T>(record: Record<string, T>, key: string, make: () => T): T {
  if (!Object.hasOwn(record, key)) record[key] = make();
  return record[key]!;
}
