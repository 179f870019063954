import { isBusinessDay } from '../calendar/calendar.ts';
import { counted, reach } from '../clock/reach.ts';
import { type Counting, rulerOf } from '../clock/ruler.ts';
import type { Duration } from '../policy.ts';
import { addMonths, type LocalDay } from '../time/localDate.ts';
import { dayAt, dayExists, endOfDay, type Instant, startOfDay } from '../time/zone.ts';
import { gapAt, isCovered } from './claimGaps.ts';
import type { ClaimGap, CountState } from './remedyState.ts';

/** What a sequence counts, made ready for one claim. */
export interface Units {
  readonly every: Duration;
  readonly rounding?: 'full' | 'started';
  readonly counting: Counting;
  readonly gaps: readonly ClaimGap[];
  /** Days up to and including this one are not counted. */
  readonly after?: LocalDay;
  /** The numbers of the days counted, `zero` being day 0; both inclusive. */
  readonly numbers?: { readonly zero: LocalDay; readonly from: number; readonly until: number };
}

/** A span of lateness that has passed, [from, to). */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  /** Whether the lateness ended with it. */
  readonly ended: boolean;
  /** The instant up to which time has passed; what begins at it has not begun. */
  readonly seen: Instant;
}

/** More units of one claim are not priced one by one. */
export const mostUnits = 200_000;

/** Calls `owed` for each unit that comes due in a stretch, with the instant at which it does, and counts its days. */
export function countUnits(
  units: Units,
  count: CountState,
  stretch: Stretch,
  owed: (at: Instant) => void,
): void {
  const { measure } = units.every;
  if (measure === 'elapsed' || measure === 'open') countTime(units, count, stretch, owed);
  else if (units.rounding === 'started') countBegun(units, count, stretch, owed);
  else countDays(units, count, stretch, owed);
}

/** A day is counted at its end: the day of the breach is, the day of the stop is not. */
function countDays(
  units: Units,
  count: CountState,
  { from, to }: Stretch,
  owed: (at: Instant) => void,
): void {
  const { zone } = units.counting;
  for (let day = nextDay(count, dayAt(zone, from)); ; day++) {
    const end = endOfDay(zone, day);
    if (end >= to) return;
    if (end < from || whyNotDay(units, count, day) !== undefined) continue;
    countDay(units, count, day, end, owed);
  }
}

/** Why a day does not count; undefined where it does. */
export function whyNotDay(units: Units, count: CountState, day: LocalDay): DayReason | undefined {
  const { zone } = units.counting;
  const outside = whyOutside(units, day);
  if (outside) return outside;
  if (units.rounding === 'full' && !isFull(units, count, day)) return { kind: 'part' };
  const gap = gapAt(units.gaps, endOfDay(zone, day));
  return gap && { kind: 'gap', cause: gap.cause };
}

export type DayReason =
  | { readonly kind: 'missing' | 'closed' | 'before' | 'number' | 'part' }
  | { readonly kind: 'gap'; readonly cause: ClaimGap['cause'] };

export function whyOutside({ every, counting, after, numbers }: Units, day: LocalDay): DayReason | undefined {
  const { zone, calendar } = counting;
  if (!dayExists(zone, day)) return { kind: 'missing' };
  if (after !== undefined && day <= after) return { kind: 'before' };
  if (numbers) {
    const number = day - numbers.zero;
    if (number < numbers.from || number > numbers.until) return { kind: 'number' };
  }
  if (every.measure === 'business-days' && !(calendar && isBusinessDay(calendar, day)))
    return { kind: 'closed' };
  return undefined;
}

/** Late from its first millisecond to its last. */
function isFull({ counting, gaps }: Units, { from }: CountState, day: LocalDay): boolean {
  const { zone } = counting;
  const [first, last] = [startOfDay(zone, day), endOfDay(zone, day)];
  if (from === null || from > first) return false;
  return !gaps.some(
    ({ begin, end, cause }) => cause === 'reopened' && begin <= last && (end ?? last) > first,
  );
}

/** A day of which a part is late is counted where that part begins. */
function countBegun(units: Units, count: CountState, stretch: Stretch, owed: (at: Instant) => void): void {
  const { zone } = units.counting;
  // At the breach itself it is still in time.
  const from = Math.max(stretch.from, (count.from ?? stretch.from) + 1);
  const to = Math.min(stretch.to, stretch.seen);
  if (from >= to) return;
  const last = dayAt(zone, to - 1);
  for (let day = nextDay(count, dayAt(zone, from)); day <= last; day++) {
    const begin = Math.max(from, startOfDay(zone, day));
    const end = Math.min(to, endOfDay(zone, day) + 1);
    if (whyOutside(units, day) || isCovered(units.gaps, begin, end)) continue;
    countDay(units, count, day, begin, owed);
  }
}

/** Counts a day, and the unit that it completes or, of started ones, begins. */
export function countDay(
  { every, rounding, counting }: Units,
  count: CountState,
  day: LocalDay,
  at: Instant,
  owed: (at: Instant) => void,
): void {
  count.days++;
  count.last = day;
  const first = dayAt(counting.zone, count.from ?? at);
  if (rounding === 'started') {
    if (count.days > daysIn(every, first, count.units)) owed(at);
  } else if (count.days >= daysIn(every, first, count.units + 1)) owed(at);
}

/** How many days so many units take. */
function daysIn({ measure, amount }: Duration, first: LocalDay, units: number): number {
  return measure === 'months' ? addMonths(first, units * amount) - first : units * amount;
}

function nextDay({ last }: CountState, day: LocalDay): LocalDay {
  return last === null ? day : Math.max(day, last + 1);
}

/** Hours and shares of them: a unit is owed when it has passed, a started one when it begins. */
function countTime(units: Units, count: CountState, stretch: Stretch, owed: (at: Instant) => void): void {
  const { every, rounding, counting, gaps } = units;
  if (count.from === null) return;
  const ruler = rulerOf(every.measure, counting);
  const from = ruler.position(count.from);
  const begun = rounding === 'started';
  const until = begun ? Math.min(stretch.to, stretch.seen) : stretch.ended ? stretch.to : stretch.to - 1;
  if (until < count.from) return;
  const total = counted(ruler, from, until, gaps);
  const due = Math.min(begun ? Math.ceil(total / every.amount) : Math.floor(total / every.amount), mostUnits);
  while (count.units < due) {
    const passed = begun ? count.units : count.units + 1;
    owed(passed === 0 ? count.from : reach(ruler, from, passed * every.amount, gaps));
  }
}
