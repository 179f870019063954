import type { Instant } from '../time/zone.ts';
import { type Gap, measureGaps, worthKeeping } from './gaps.ts';
import type { Ruler } from './ruler.ts';

/**
 * The least instant at which a clock that starts at the position `from` has counted `amount`, gaps left out: infinite
 * while an endless gap stands before it.
 */
export function reach(ruler: Ruler, from: number, amount: number, gaps: readonly Gap[]): Instant {
  if (gaps.length < worthKeeping) return reachOverFew(ruler, from, amount, gaps);
  const { begins, ends, totals } = measureGaps(ruler, gaps);
  const first = firstAfter(ends, from);
  const before = first < begins.length ? Math.max(0, from - begins[first]!) : 0;
  /** What the gaps from the first that matters up to gap `i` take from the clock. */
  const taken = (i: number) => (i > first ? totals[i]! - totals[first]! - before : 0);
  // The first gap before which enough has been counted: later ones no longer matter.
  let low = first;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins[middle]! - from - taken(middle) >= amount) high = middle;
    else low = middle + 1;
  }
  const last = gaps[gaps.length - 1]!;
  const endless = last.end === null && low === begins.length;
  if (endless && ruler.position(last.begin) - from - taken(low) < amount) return Number.POSITIVE_INFINITY;
  return ruler.instant(from + amount + taken(low));
}

/** The same gap by gap, which makes nothing that has to be kept. */
function reachOverFew(ruler: Ruler, from: number, amount: number, gaps: readonly Gap[]): Instant {
  let taken = 0;
  for (const { begin, end } of gaps) {
    const first = ruler.position(begin);
    if (first - from - taken >= amount) break;
    if (end === null) return Number.POSITIVE_INFINITY;
    taken += Math.max(0, ruler.position(end) - Math.max(from, first));
  }
  return ruler.instant(from + amount + taken);
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

/** The index of the first value greater than `limit` in an ascending list. */
function firstAfter(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
