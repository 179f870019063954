import type { Instant } from '../time/zone.ts';
import type { Ruler } from './ruler.ts';

/** [begin, end): time a clock does not count. Ascending and disjoint; only the last may be endless, its end null. */
export interface Gap {
  readonly begin: Instant;
  readonly end: Instant | null;
}

/** The gaps that have ended, as positions of a ruler, with running totals. */
export interface MeasuredGaps {
  readonly begins: number[];
  readonly ends: number[];
  /** `totals[i]` is the measure of the gaps before gap `i`; one entry more than there are gaps. */
  readonly totals: number[];
}

/** From so many gaps on, they are measured once and kept: a log with thousands of pauses stays cheap. */
export const worthKeeping = 16;

const kept = new WeakMap<readonly Gap[], Map<Ruler, MeasuredGaps>>();

/** Measures the gaps that have ended. A list of gaps only ever grows, or has its last, endless one ended or taken out. */
export function measureGaps(ruler: Ruler, gaps: readonly Gap[]): MeasuredGaps {
  const measured = keptFor(ruler, gaps);
  for (let i = measured.begins.length; i < gaps.length; i++) {
    const { begin, end } = gaps[i]!;
    if (end === null) break;
    const from = ruler.position(begin);
    const to = ruler.position(end);
    measured.begins.push(from);
    measured.ends.push(to);
    measured.totals.push(measured.totals[i]! + to - from);
  }
  return measured;
}

/** The measure of all gaps that have ended, from a position on. */
export function totalSince(ruler: Ruler, from: number, gaps: readonly Gap[]): number {
  if (gaps.length < worthKeeping) return totalOfFew(ruler, from, gaps);
  const { begins, ends, totals } = measureGaps(ruler, gaps);
  let total = totals[totals.length - 1]!;
  for (let i = 0; i < begins.length && begins[i]! < from; i++) total -= Math.min(from, ends[i]!) - begins[i]!;
  return total;
}

function totalOfFew(ruler: Ruler, from: number, gaps: readonly Gap[]): number {
  let total = 0;
  for (const { begin, end } of gaps) {
    if (end !== null) total += Math.max(0, ruler.position(end) - Math.max(from, ruler.position(begin)));
  }
  return total;
}

function keptFor(ruler: Ruler, gaps: readonly Gap[]): MeasuredGaps {
  const byRuler = kept.get(gaps) ?? new Map<Ruler, MeasuredGaps>();
  kept.set(gaps, byRuler);
  const measured = byRuler.get(ruler) ?? { begins: [], ends: [], totals: [0] };
  byRuler.set(ruler, measured);
  return measured;
}
