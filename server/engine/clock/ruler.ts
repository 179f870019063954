import {
  businessDaysUpTo,
  type Calendar,
  instantOfDay,
  instantOfOpen,
  openBefore,
} from '../calendar/calendar.ts';
import type { By, Measure } from '../policy.ts';
import type { LocalDay } from '../time/localDate.ts';
import { dayAt, dayExists, type Instant, type Zone } from '../time/zone.ts';

/**
 * A monotone measure of time that a clock counts: milliseconds, open milliseconds, or day ends. Day ends are points,
 * so a pause costs those that lie in it and nothing else.
 */
export interface Ruler {
  /** Whether it measures in days rather than milliseconds. */
  readonly inDays: boolean;
  /** The position of an instant: what has been measured strictly before it. */
  readonly position: (instant: Instant) => number;
  /** What has been measured up to and including an instant. */
  readonly reached: (instant: Instant) => number;
  /** The least instant at which the position is reached; infinite beyond the years covered. */
  readonly instant: (position: number) => Instant;
}

/** What is counted in: a calendar with its own zone, or without one a zone alone. */
export interface Counting {
  readonly zone: Zone;
  readonly calendar?: Calendar;
}

/** By what is counted in: rulers by measure, and by the time of the day at which days are counted. */
const rulers = new WeakMap<Counting, Map<Measure, Map<By | undefined, Ruler>>>();

/** `months` are turned into days when a clock starts, and measured as those. */
export function rulerOf(measure: Measure, counting: Counting, by?: By): Ruler {
  if (measure === 'elapsed') return elapsedRuler;
  return rulers.get(counting)?.get(measure)?.get(by) ?? keepRuler(measure, counting, by);
}

function keepRuler(measure: Exclude<Measure, 'elapsed'>, counting: Counting, by: By | undefined): Ruler {
  const ruler = makeRuler(measure, counting, by);
  const known = rulers.get(counting) ?? new Map<Measure, Map<By | undefined, Ruler>>();
  rulers.set(counting, known.set(measure, (known.get(measure) ?? new Map()).set(by, ruler)));
  return ruler;
}

function makeRuler(measure: Exclude<Measure, 'elapsed'>, counting: Counting, by?: By): Ruler {
  switch (measure) {
    case 'open':
      return counting.calendar ? openRuler(counting.calendar) : neverRuler(false);
    case 'business-days':
      return counting.calendar ? businessDayRuler(counting.calendar, by) : neverRuler(true);
    case 'days':
    case 'months':
      return dayRuler(counting, by);
  }
}

const elapsedRuler: Ruler = {
  inDays: false,
  position: (instant) => instant,
  reached: (instant) => instant,
  instant: (position) => position,
};

function neverRuler(inDays: boolean): Ruler {
  return { inDays, position: () => 0, reached: () => 0, instant: () => Number.POSITIVE_INFINITY };
}

function openRuler(calendar: Calendar): Ruler {
  const position = (instant: Instant) => openBefore(calendar, instant);
  return { inDays: false, position, reached: position, instant: (total) => instantOfOpen(calendar, total) };
}

function businessDayRuler(calendar: Calendar, by: By | undefined): Ruler {
  const { zone } = calendar;
  const points = Float64Array.from(calendar.businessDays, (day) => instantOfDay(zone, calendar, day, by));
  const upTo = (instant: Instant, inclusive: boolean) => {
    if (instant === Number.POSITIVE_INFINITY) return points.length;
    let count = businessDaysUpTo(calendar, dayAt(zone, instant));
    // Closings of overnight hours and times `by` may lie on either side of the instant.
    while (count > 0 && !isPast(points[count - 1]!, instant, inclusive)) count--;
    while (count < points.length && isPast(points[count]!, instant, inclusive)) count++;
    return count;
  };
  return {
    inDays: true,
    position: (instant) => upTo(instant, false),
    reached: (instant) => upTo(instant, true),
    instant: (position) =>
      position >= 1 && position <= points.length ? points[position - 1]! : Number.POSITIVE_INFINITY,
  };
}

/** Positions are day numbers less the dates that the zone left out, which hold no day end. */
function dayRuler({ zone, calendar }: Counting, by: By | undefined): Ruler {
  const instantOf = (day: LocalDay) => instantOfDay(zone, calendar, day, by);
  const missing = missingDays(zone);
  const number = (day: LocalDay) => {
    let position = day;
    for (const gone of missing) if (gone <= day) position--;
    return position;
  };
  const dayOf = (position: number) => {
    let day = position;
    for (const gone of missing) if (gone <= day) day++;
    return day;
  };
  const upTo = (instant: Instant, inclusive: boolean) => {
    if (instant === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    let day = dayAt(zone, instant);
    while (!isPast(instantOf(day), instant, inclusive)) day--;
    while (isPast(instantOf(day + 1), instant, inclusive)) day++;
    return number(day);
  };
  return {
    inDays: true,
    position: (instant) => upTo(instant, false),
    reached: (instant) => upTo(instant, true),
    instant: (position) => (position === Number.POSITIVE_INFINITY ? position : instantOf(dayOf(position))),
  };
}

function isPast(point: Instant, instant: Instant, inclusive: boolean): boolean {
  return inclusive ? point <= instant : point < instant;
}

const missingByZone = new WeakMap<Zone, LocalDay[]>();

function missingDays(zone: Zone): LocalDay[] {
  let days = missingByZone.get(zone);
  if (!days) {
    days = [];
    for (let i = 0; i + 1 < zone.starts.length; i++) {
      const day = zone.firstDay + i;
      if (!dayExists(zone, day)) days.push(day);
    }
    missingByZone.set(zone, days);
  }
  return days;
}
