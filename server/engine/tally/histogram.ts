import { decimalOf, mostDecimals, unitsOf } from '../value/decimal.ts';
import type { Fraction } from '../value/fraction.ts';

/**
 * How often each value came, exactly as long as there are few different ones. Beyond that, values are rounded up to a
 * multiple of a power of ten, the smallest that keeps them few, so that memory stays bounded. How fine that is depends
 * on the values alone and not on their order, so histograms merge in any order to the same.
 */
export interface Histogram {
  /** Values are multiples of this power of ten; null while they are exact. */
  step: number | null;
  /** By value, decimal text. */
  counts: Record<string, number>;
  /** How many different values there are. */
  distinct: number;
}

/** So many different values are kept. */
export const mostDistinct = 5000;

export function emptyHistogram(): Histogram {
  return { step: null, counts: {}, distinct: 0 };
}

/** Adds a value, decimal text with at most twelve decimals, in place. */
export function addValue(histogram: Histogram, value: string, times: number): void {
  const key = histogram.step === null ? value : decimalOf(roundedUp(unitsOf(value), histogram.step));
  const known = histogram.counts[key];
  histogram.counts[key] = (known ?? 0) + times;
  if (known !== undefined || ++histogram.distinct <= mostDistinct) return;
  coarsen(histogram, (histogram.step ?? -mostDecimals) + 1);
}

/** Adds all of another one, in place. */
export function addHistogram(into: Histogram, from: Histogram): void {
  if (from.step !== null && (into.step === null || into.step < from.step)) coarsen(into, from.step);
  for (const [value, times] of Object.entries(from.counts)) addValue(into, value, times);
}

/**
 * The least value that at least `rank` percent of all are not above (nearest rank). Decimal text; undefined where there
 * are no values.
 */
export function percentileOf({ counts }: Histogram, rank: Fraction): string | undefined {
  const values = Object.keys(counts)
    .map((text) => ({ text, units: unitsOf(text) }))
    .sort((a, b) => (a.units < b.units ? -1 : 1));
  const total = values.reduce((sum, { text }) => sum + counts[text]!, 0);
  let seen = 0;
  for (const { text } of values) {
    seen += counts[text]!;
    if (BigInt(seen) * 100n * rank.d >= BigInt(total) * rank.n) return text;
  }
  return undefined;
}

/** Takes the smallest step, and at least `least`, at which there are few enough different values. */
function coarsen(histogram: Histogram, least: number): void {
  const values = Object.entries(histogram.counts).map(([text, times]): [bigint, number] => [
    unitsOf(text),
    times,
  ]);
  let step = least;
  while (new Set(values.map(([units]) => roundedUp(units, step))).size > mostDistinct) step++;
  const counts: Record<string, number> = {};
  for (const [units, times] of values) {
    const key = decimalOf(roundedUp(units, step));
    counts[key] = (counts[key] ?? 0) + times;
  }
  histogram.step = step;
  histogram.counts = counts;
  histogram.distinct = Object.keys(counts).length;
}

function roundedUp(units: bigint, step: number): bigint {
  const size = 10n ** BigInt(step + mostDecimals);
  const rest = units % size;
  if (rest === 0n) return units;
  return units < 0n ? units - rest : units + size - rest;
}
