import type { Instant } from '../time/zone.ts';
import type { Ruler } from './ruler.ts';

/** [begin, end): time a clock does not count. Ascending and disjoint; only the last may be endless, its end null. */
export interface Gap {
  readonly begin: Instant;
  readonly end: Instant | null;
}

/**
 * The least instant at which a clock that starts at the position `from` has counted `amount`, gaps left out: infinite
 * while an endless gap stands before it.
 */
export function reach(ruler: Ruler, from: number, amount: number, gaps: readonly Gap[]): Instant {
  let position = from;
  let left = amount;
  for (const gap of gaps) {
    const begin = ruler.position(gap.begin);
    if (begin - position >= left) break;
    if (begin > position) {
      left -= begin - position;
      position = begin;
    }
    if (gap.end === null) return Number.POSITIVE_INFINITY;
    const end = ruler.position(gap.end);
    if (end > position) position = end;
  }
  return ruler.instant(position + left);
}

/** How much a clock that starts at the position `from` has counted up to and including `until`, gaps left out. */
export function counted(ruler: Ruler, from: number, until: Instant, gaps: readonly Gap[]): number {
  return Math.max(0, ruler.reached(until) - from - within(ruler, from, until, gaps));
}

/** How much of the gaps a clock that starts at the position `from` has met up to and including `until`. */
export function within(ruler: Ruler, from: number, until: Instant, gaps: readonly Gap[]): number {
  const last = ruler.reached(until);
  let total = 0;
  for (const gap of gaps) {
    const begin = Math.max(from, ruler.position(gap.begin));
    const end = gap.end === null || gap.end > until ? last : Math.min(last, ruler.position(gap.end));
    if (end > begin) total += end - begin;
  }
  return total;
}
