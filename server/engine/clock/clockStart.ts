import { businessDaysUpTo, isBusinessDay, nextBusinessDay } from '../calendar/calendar.ts';
import type { By, Duration, Measure } from '../policy.ts';
import { addMonths, dayLength, type LocalDay } from '../time/localDate.ts';
import { dayAt, endOfDay, type Instant, instantOfLocal } from '../time/zone.ts';
import { type Counting, type Ruler, rulerOf } from './ruler.ts';

/** Where a clock starts to count, once its start has been judged by a cut-off. */
export interface ClockStart {
  /** The instant of the event. */
  readonly at: Instant;
  /** Day 0 of days, weeks, months and years. */
  readonly day: LocalDay;
  /** Day 0 of business days. */
  readonly businessDay: LocalDay;
  /** The instant from which open time counts. */
  readonly openFrom: Instant;
  /** Whether the cut-off moved it. */
  readonly moved: boolean;
}

/**
 * Judges an arrival. After the cut-off, not at it, or on a closed day it counts as arriving on the next business day,
 * in a calendar that has a cut-off; that moves business days, and open time only where the cut-off says from when.
 * `arrives` is the calendar that judges, where it is not the one counted.
 */
export function clockStart(counting: Counting, at: Instant, judged: boolean, arrives?: Counting): ClockStart {
  const day = dayAt(counting.zone, at);
  const still = { at, day, businessDay: day, openFrom: at, moved: false };
  const judge = arrives?.calendar ?? counting.calendar;
  if (!judged || !judge?.cutOff) return still;
  const arrivalDay = dayAt(judge.zone, at);
  const cutOff = instantOfLocal(judge.zone, arrivalDay * dayLength + judge.cutOff.at);
  if (isBusinessDay(judge, arrivalDay) && at <= cutOff) return still;
  const next = nextBusinessDay(judge, arrivalDay);
  if (next === undefined) return still;
  const { countsFrom } = judge.cutOff;
  return {
    at,
    day,
    businessDay: next,
    openFrom: countsFrom === undefined ? at : instantOfLocal(judge.zone, next * dayLength + countsFrom),
    moved: true,
  };
}

/** A count made ready: what to measure, from which position, how much. */
export interface Count {
  readonly measure: Measure;
  readonly ruler: Ruler;
  readonly from: number;
  readonly amount: number;
}

/** Months and years become the number of days to the same day of the month they end in. */
export function countOf(counting: Counting, start: ClockStart, duration: Duration, by?: By): Count {
  const { measure } = duration;
  const ruler = rulerOf(measure, counting, by);
  switch (measure) {
    case 'elapsed':
      return { measure, ruler, from: start.at, amount: duration.amount };
    case 'open':
      return { measure, ruler, from: ruler.position(start.openFrom), amount: duration.amount };
    case 'business-days':
      return {
        measure,
        ruler,
        from: positionOfDay(counting, start.businessDay, 'business-days'),
        amount: duration.amount,
      };
    case 'days':
      return { measure, ruler, from: positionOfDay(counting, start.day, 'days'), amount: duration.amount };
    case 'months': {
      const from = positionOfDay(counting, start.day, 'days');
      const until = positionOfDay(counting, addMonths(start.day, duration.amount), 'days');
      return { measure, ruler, from, amount: until - from };
    }
  }
}

/** The position of a day's own end, whatever time of the day its count is taken at. */
function positionOfDay(counting: Counting, day: LocalDay, measure: 'days' | 'business-days'): number {
  if (measure === 'business-days') return counting.calendar ? businessDaysUpTo(counting.calendar, day) : 0;
  return rulerOf(measure, counting).reached(endOfDay(counting.zone, day));
}
