import type { BenchmarkDef, Policy } from '../../engine/policy.ts';
import type { Instant } from '../../engine/time/zone.ts';
import { simplified } from '../cases/given.ts';
import { arrivalsBetween, type Clockwork, clockworkOf } from '../clockwork.ts';
import { stretchesOf } from '../conformance/arrivals.ts';
import { eventsOf } from '../conformance/eventsOf.ts';
import { ofArrival } from '../conformance/ofArrival.ts';
import { dueAt, leavesOf, type Valuation } from '../conformance/terms.ts';
import { waysOf } from '../conformance/ways.ts';

/** The arrival that waits longest for a row's deadline, without pauses. */
export interface LongestWait {
  readonly row: number;
  /** As written: `2 business days otherwise`. */
  readonly text: string;
  readonly calendar?: string;
  readonly arrival: Instant;
  readonly due: Instant;
}

/**
 * For each row of a benchmark the longest wait from the start of its clock to the deadline, over every arrival in the
 * policy's effective period and every calendar in which the row is counted. Of several arrivals that wait as long, the
 * first. A row whose deadline a moment puts off without bound has none.
 */
export function longestWaits(policy: Policy, benchmark: string): LongestWait[] {
  const def = policy.benchmarks.find(({ id }) => id === benchmark);
  if (!def) return [];
  return waitsOf(def, clockworkOf(policy));
}

function waitsOf(def: BenchmarkDef, clockwork: Clockwork): LongestWait[] {
  const { policy } = clockwork;
  const starts = eventsOf(def.from) ?? [];
  const ways = waysOf(def, clockwork, starts);
  const counts = ways.flatMap(({ term }) => leavesOf(term)).filter((leaf) => leaf.kind === 'count');
  const settled = ofArrival([{ def, clockwork }], starts);
  const arrivals = arrivalsBetween(
    clockwork,
    policy.effective.from ?? policy.covers.from,
    policy.effective.until ?? policy.covers.until,
  );
  const longest = new Map<number, LongestWait>();
  const possible = new Map<string, readonly (typeof ways)[number][]>();
  for (const { first } of stretchesOf(arrivals, counts, settled)) {
    const signature = settled.signatureAt(first);
    const open = possible.get(signature) ?? ways.filter((way) => canBe(def, way, settled.answersAt(first)));
    possible.set(signature, open);
    for (const { row, calendar, term, text } of open) {
      // Within a stretch a deadline stands still or moves with the arrival, so nobody waits longer than the first.
      const due = dueAt(term, first, unbounded(term));
      if (due === undefined || !Number.isFinite(due)) continue;
      const known = longest.get(row);
      if (known && known.due - known.arrival >= due - first) continue;
      const id = def.counts[calendar]?.calendar ?? policy.counts;
      longest.set(row, { row, text, ...(id !== undefined && { calendar: id }), arrival: first, due });
    }
  }
  return [...longest.values()].sort((a, b) => a.row - b.row);
}

/** Whether a row and a calendar can be chosen, given what the arrival settles. */
function canBe(
  def: BenchmarkDef,
  { row, calendar }: { row: number; calendar: number },
  truth: Parameters<typeof simplified>[1],
): boolean {
  const rows = def.every ? [undefined] : def.rows.map(({ when }) => when);
  const calendars = [...def.counts.map(({ when }) => when), undefined];
  const fits = (when: (typeof rows)[number]) => (when === undefined ? true : simplified(when, truth));
  const chosen = (list: typeof rows, index: number) =>
    fits(list[index]) !== false && !list.slice(0, index).some((above) => fits(above) === true);
  return chosen(rows, row) && chosen(calendars, calendar);
}

/** Nobody knows how late a moment is that somebody else sets. */
function unbounded(term: Parameters<typeof leavesOf>[0]): Valuation {
  return new Map(
    leavesOf(term).flatMap((leaf) => (leaf.kind === 'free' ? [[leaf.key, Number.POSITIVE_INFINITY]] : [])),
  );
}
