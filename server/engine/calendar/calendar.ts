import type { By } from '../policy.ts';
import { dayLength, type LocalDay } from '../time/localDate.ts';
import { endOfDay, type Instant, instantOfLocal, startOfDay, type Zone } from '../time/zone.ts';
import type { Hours } from './hours.ts';

/**
 * A calendar laid out for the years covered. Open time is a list of disjoint spans with running totals, business days
 * a list of day numbers, so that every question is a binary search, however long the time asked about.
 */
export interface Calendar {
  readonly id: string;
  readonly zone: Zone;
  /** Ascending and disjoint: open from `opens[i]`, inclusive, to `closes[i]`, exclusive. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** `totals[i]` milliseconds are open before span `i`; one entry more than there are spans. */
  readonly totals: Float64Array;
  /** The first and last day laid out. */
  readonly firstDay: LocalDay;
  readonly lastDay: LocalDay;
  /** The days on which hours begin, ascending. */
  readonly businessDays: Int32Array;
  /** Business days up to and including day `firstDay + i`. */
  readonly businessCounts: Int32Array;
  /** By business day: the first opening and the last closing of the hours that begin on it. */
  readonly firstOpenings: Float64Array;
  readonly lastClosings: Float64Array;
  /** What the rules say of any day: for explanations. */
  readonly hours: Hours;
  readonly cutOff?: { readonly at: number; readonly countsFrom?: number };
}

export function isOpen(calendar: Calendar, instant: Instant): boolean {
  const i = lastAtOrBefore(calendar.opens, instant);
  return i >= 0 && instant < calendar.closes[i]!;
}

/** The first instant after one at which it opens; undefined where the years laid out have none. */
export function nextOpening(calendar: Calendar, instant: Instant): Instant | undefined {
  return calendar.opens[lastAtOrBefore(calendar.opens, instant) + 1];
}

/** Milliseconds of open time before an instant, from the first span laid out. */
export function openBefore(calendar: Calendar, instant: Instant): number {
  const i = lastAtOrBefore(calendar.opens, instant);
  if (i < 0) return 0;
  const close = calendar.closes[i]!;
  return calendar.totals[i]! + (instant < close ? instant : close) - calendar.opens[i]!;
}

/** The least instant before which `total` milliseconds are open; infinite where the years laid out hold less. */
export function instantOfOpen(calendar: Calendar, total: number): Instant {
  if (total <= 0) return Number.NEGATIVE_INFINITY;
  const { totals } = calendar;
  if (total > totals[totals.length - 1]!) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = totals.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (totals[middle]! < total) low = middle;
    else high = middle - 1;
  }
  return calendar.opens[low]! + total - totals[low]!;
}

/** The instant at which `ms` of open time have passed since `start`; with 0, the start itself. */
export function addOpen(calendar: Calendar, start: Instant, ms: number): Instant {
  return ms === 0 ? start : instantOfOpen(calendar, openBefore(calendar, start) + ms);
}

/** The greatest instant from which `ms` of open time pass until `end`; with 0, the end itself. */
export function subtractOpen(calendar: Calendar, end: Instant, ms: number): Instant {
  if (ms === 0) return end;
  const total = openBefore(calendar, end) - ms;
  if (total < 0) return Number.NEGATIVE_INFINITY;
  const { totals } = calendar;
  let low = 0;
  let high = totals.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (totals[middle]! <= total) low = middle;
    else high = middle - 1;
  }
  return calendar.opens[low]! + total - totals[low]!;
}

/** Milliseconds of open time in [from, to). */
export function openBetween(calendar: Calendar, from: Instant, to: Instant): number {
  return to <= from ? 0 : openBefore(calendar, to) - openBefore(calendar, from);
}

export function isBusinessDay(calendar: Calendar, day: LocalDay): boolean {
  return businessDaysUpTo(calendar, day) > businessDaysUpTo(calendar, day - 1);
}

/** How many business days, from the first laid out, are not after `day`. */
export function businessDaysUpTo(calendar: Calendar, day: LocalDay): number {
  if (day < calendar.firstDay) return 0;
  if (day > calendar.lastDay) return calendar.businessDays.length;
  return calendar.businessCounts[day - calendar.firstDay]!;
}

/** The `n`th business day laid out, from 1. */
export function nthBusinessDay(calendar: Calendar, n: number): LocalDay | undefined {
  return n < 1 ? undefined : calendar.businessDays[n - 1];
}

/** The first business day after `day`. */
export function nextBusinessDay(calendar: Calendar, day: LocalDay): LocalDay | undefined {
  return nthBusinessDay(calendar, businessDaysUpTo(calendar, day) + 1);
}

/** The first opening of the hours that begin on a business day; of another day, its midnight. */
export function firstOpening(calendar: Calendar, day: LocalDay): Instant {
  if (!isBusinessDay(calendar, day)) return startOfDay(calendar.zone, day);
  return calendar.firstOpenings[businessDaysUpTo(calendar, day) - 1]!;
}

/** The last closing of the hours that begin on a day; on a closed day its last millisecond. */
export function lastClosing(calendar: Calendar, day: LocalDay): Instant {
  if (!isBusinessDay(calendar, day)) return endOfDay(calendar.zone, day);
  return calendar.lastClosings[businessDaysUpTo(calendar, day) - 1]!;
}

/** The instant at which a day is counted: its last millisecond, its last closing, or a local time of it. */
export function instantOfDay(
  zone: Zone,
  calendar: Calendar | undefined,
  day: LocalDay,
  by: By | undefined,
): Instant {
  if (by === undefined) return endOfDay(zone, day);
  if (by === 'close') return calendar ? lastClosing(calendar, day) : endOfDay(zone, day);
  return instantOfLocal(zone, day * dayLength + by);
}

function lastAtOrBefore(values: Float64Array, value: number): number {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
