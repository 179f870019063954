import { instantOfOpen, openBefore } from '../../engine/calendar/calendar.ts';
import { dayLength } from '../../engine/time/localDate.ts';
import { dayAt, type Instant, instantOfLocal, startOfDay, type Zone } from '../../engine/time/zone.ts';
import type { Arrivals } from '../clockwork.ts';
import type { OfArrival } from './ofArrival.ts';
import type { CountTerm } from './terms.ts';

/** Arrivals [first, last] between which every count goes on evenly: with the arrival, or not at all. */
export interface Stretch {
  readonly first: Instant;
  readonly last: Instant;
}

/**
 * Cuts all arrivals of a span, both ends inclusive, where a count can bend or jump: at the beginning of days, at
 * cut-offs, where an office opens and closes, and so much open time before that; and where
 * the answer to a question about the arrival changes.
 */
export function stretchesOf(
  { first, last }: Arrivals,
  counts: readonly CountTerm[],
  { times, instants }: Pick<OfArrival, 'times' | 'instants'>,
): Stretch[] {
  const cuts: Instant[] = [first];
  const cut = (at: Instant) => {
    for (const each of [at, at + 1]) if (each > first && each <= last) cuts.push(each);
  };
  const days = (zone: Zone, visit: (start: Instant, day: number) => void) => {
    const end = dayAt(zone, last) + 1;
    for (let day = dayAt(zone, first); day <= end; day++) visit(startOfDay(zone, day), day);
  };
  for (const at of instants) cut(at);
  for (const { zone, time } of unique(times, ({ zone, time }) => `${zone.name} ${time}`))
    days(zone, (_, day) => cut(instantOfLocal(zone, day * dayLength + time)));
  for (const zone of new Set(
    counts.flatMap(({ counting, judge }) => [counting.zone, judge?.calendar?.zone ?? counting.zone]),
  ))
    days(zone, (start) => cut(start - 1));
  for (const { calendar } of new Set(counts.flatMap(({ judge }) => (judge ? [judge] : []))))
    if (calendar?.cutOff) {
      const { at } = calendar.cutOff;
      days(calendar.zone, (_, day) => cut(instantOfLocal(calendar.zone, day * dayLength + at)));
    }
  for (const count of unique(counts, ({ key }) => key)) {
    if (count.measure === 'open') cutOpen(count, first, last, cut);
    // Whether the day on which it ends is open decides whether it rolls on.
    if (count.measure === 'elapsed' && count.rolling)
      days(count.counting.zone, (start) => cut(start - count.amount - 1));
  }
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted.map((from, i) => ({ first: from, last: (sorted[i + 1] ?? last + 1) - 1 }));
}

function cutOpen(
  { counting: { calendar }, amount }: CountTerm,
  first: Instant,
  last: Instant,
  cut: (at: Instant) => void,
): void {
  if (!calendar) return;
  const horizon = openBefore(calendar, last) + amount;
  const from = openBefore(calendar, first);
  for (let i = 0; i < calendar.opens.length; i++) {
    const level = calendar.totals[i]!;
    if (level > horizon) break;
    if (calendar.totals[i + 1]! < from) continue;
    cut(calendar.opens[i]!);
    cut(calendar.closes[i]!);
    // From here on what is counted reaches into the next opening.
    const before = instantOfOpen(calendar, level - amount);
    if (Number.isFinite(before)) cut(before);
  }
}

/** Arrivals of a stretch at which the order of some counts can change: its ends, and where two of them cross. */
export function crossings({ first, last }: Stretch, dues: (start: Instant) => readonly number[]): Instant[] {
  const [a, b] = [dues(first), dues(last)];
  const found = [first, last];
  for (let i = 0; i < a.length; i++)
    for (let j = i + 1; j < a.length; j++) {
      const before = a[i]! - a[j]!;
      const after = b[i]! - b[j]!;
      if (before === after || !Number.isFinite(before) || !Number.isFinite(after) || before * after > 0)
        continue;
      const at = first + Math.abs(before);
      for (const each of [at - 1, at, at + 1]) if (each > first && each < last) found.push(each);
    }
  return found;
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
