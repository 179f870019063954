import {
  addOpen,
  businessDaysUpTo,
  firstOpening,
  isBusinessDay,
  nthBusinessDay,
  subtractOpen,
} from '../calendar/calendar.ts';
import type { Duration } from '../policy.ts';
import { addMonths, type LocalDay } from '../time/localDate.ts';
import { dayAt, endOfDay, type Instant, startOfDay } from '../time/zone.ts';
import { type Counting, rulerOf } from './ruler.ts';

/**
 * `D after M` as the instant the measure is reached: for days the end of day D, the day of M being day 0. Infinite
 * beyond the years covered.
 */
export function after(counting: Counting, instant: Instant, duration: Duration): Instant {
  const day = dayAfter(counting, instant, duration);
  if (day !== undefined) return Number.isFinite(day) ? endOfDay(counting.zone, day) : day;
  if (duration.measure === 'elapsed') return instant + duration.amount;
  return counting.calendar ? addOpen(counting.calendar, instant, duration.amount) : Number.POSITIVE_INFINITY;
}

/** `D before M`: business days walk back to the first opening of that day, days to its midnight. */
export function before(counting: Counting, instant: Instant, duration: Duration): Instant {
  const { calendar } = counting;
  switch (duration.measure) {
    case 'elapsed':
      return instant - duration.amount;
    case 'open':
      return calendar ? subtractOpen(calendar, instant, duration.amount) : Number.NEGATIVE_INFINITY;
    case 'business-days': {
      const day = dayBefore(counting, instant, duration);
      return calendar && day !== undefined && Number.isFinite(day)
        ? firstOpening(calendar, day)
        : Number.NEGATIVE_INFINITY;
    }
    case 'days':
    case 'months': {
      const day = dayBefore(counting, instant, duration);
      return day === undefined ? Number.NEGATIVE_INFINITY : startOfDay(counting.zone, day);
    }
  }
}

/** The first and last instant of what lies D after M: one instant for time, a whole day for days. */
export function boundsAfter(counting: Counting, instant: Instant, duration: Duration): [Instant, Instant] {
  const day = dayAfter(counting, instant, duration);
  if (day === undefined) {
    const at = after(counting, instant, duration);
    return [at, at];
  }
  return boundsOf(counting, day);
}

/** The same backwards. */
export function boundsBefore(counting: Counting, instant: Instant, duration: Duration): [Instant, Instant] {
  const day = dayBefore(counting, instant, duration);
  if (day === undefined) {
    const at = before(counting, instant, duration);
    return [at, at];
  }
  return boundsOf(counting, day);
}

function boundsOf(counting: Counting, day: LocalDay): [Instant, Instant] {
  if (!Number.isFinite(day)) return [day, day];
  return [startOfDay(counting.zone, day), endOfDay(counting.zone, day)];
}

/** The local day that lies D after an instant's; undefined where D is not in days. */
function dayAfter(counting: Counting, instant: Instant, duration: Duration): LocalDay | undefined {
  const { calendar, zone } = counting;
  switch (duration.measure) {
    case 'elapsed':
    case 'open':
      return undefined;
    case 'days': {
      const ruler = rulerOf('days', counting);
      const end = ruler.instant(ruler.reached(endOfDay(zone, dayAt(zone, instant))) + duration.amount);
      return dayAt(zone, end);
    }
    case 'months':
      return addMonths(dayAt(zone, instant), duration.amount);
    case 'business-days': {
      if (!calendar) return Number.POSITIVE_INFINITY;
      const day = dayAt(zone, instant);
      if (duration.amount === 0) return day;
      return (
        nthBusinessDay(calendar, businessDaysUpTo(calendar, day) + duration.amount) ??
        Number.POSITIVE_INFINITY
      );
    }
  }
}

function dayBefore(counting: Counting, instant: Instant, duration: Duration): LocalDay | undefined {
  const { calendar, zone } = counting;
  switch (duration.measure) {
    case 'elapsed':
    case 'open':
      return undefined;
    case 'days': {
      const ruler = rulerOf('days', counting);
      const end = ruler.instant(ruler.reached(endOfDay(zone, dayAt(zone, instant))) - duration.amount);
      return dayAt(zone, end);
    }
    case 'months':
      return addMonths(dayAt(zone, instant), -duration.amount);
    case 'business-days': {
      if (!calendar) return Number.NEGATIVE_INFINITY;
      const day = dayAt(zone, instant);
      if (duration.amount === 0) return day;
      // From a closed day, the first business day back is the last one before it.
      const nearest = businessDaysUpTo(calendar, day) + (isBusinessDay(calendar, day) ? 0 : 1);
      return nthBusinessDay(calendar, nearest - duration.amount) ?? Number.NEGATIVE_INFINITY;
    }
  }
}
