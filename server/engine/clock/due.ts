import {
  type Calendar,
  instantOfDay,
  isBusinessDay,
  lastClosing,
  nextBusinessDay,
} from '../calendar/calendar.ts';
import type { By } from '../policy.ts';
import type { LocalDay } from '../time/localDate.ts';
import { dayAt, type Instant, type Zone } from '../time/zone.ts';
import type { Count } from './clockStart.ts';
import type { Gap } from './gaps.ts';
import { reach } from './reach.ts';
import type { Counting } from './ruler.ts';

/**
 * A deadline made ready for one run: counts that pause, moments that do not, and choices of both. An operand that is
 * unset has been left out already.
 */
export type Deadline =
  | ({ readonly kind: 'count'; readonly count: Count; readonly zero: Instant } & Modifiers)
  | ({ readonly kind: 'moment'; readonly at: Instant } & Modifiers)
  | ({ readonly kind: 'earlier' | 'later'; readonly of: readonly Deadline[] } & Modifiers);

interface Modifiers {
  readonly by?: By;
  readonly rolling?: boolean;
}

/** The due instant with these gaps; infinite while an endless gap stands before it. */
export function dueOf(deadline: Deadline, counting: Counting, gaps: readonly Gap[]): Instant {
  switch (deadline.kind) {
    case 'count':
      return rolled(deadline, counting, countedDue(deadline, gaps));
    case 'moment':
      return rolled(deadline, counting, byTime(deadline, counting, deadline.at));
    case 'earlier':
      return Math.min(...deadline.of.map((operand) => dueOf(operand, counting, gaps)));
    case 'later':
      return Math.max(...deadline.of.map((operand) => dueOf(operand, counting, gaps)));
  }
}

/** The operand that gives the due instant: what percent rungs are percent of. */
export function governing(deadline: Deadline, counting: Counting, gaps: readonly Gap[]): Deadline {
  if (deadline.kind === 'count' || deadline.kind === 'moment') return deadline;
  const due = dueOf(deadline, counting, gaps);
  const operand =
    deadline.of.find((candidate) => dueOf(candidate, counting, gaps) === due) ?? deadline.of[0]!;
  return governing(operand, counting, gaps);
}

/** The first instant at which a fraction of the deadline has been reached. */
export function fractionOfDue(
  deadline: Deadline,
  counting: Counting,
  gaps: readonly Gap[],
  start: Instant,
  [part, whole]: readonly [number, number],
): Instant {
  const base = governing(deadline, counting, gaps);
  if (base.kind === 'count') {
    const { ruler, from, amount } = base.count;
    const share = Math.ceil((amount * part) / whole);
    if (share === 0 && part < whole) return start;
    return part === whole || amount === 0 ? dueOf(base, counting, gaps) : reach(ruler, from, share, gaps);
  }
  if (base.kind !== 'moment') return Number.POSITIVE_INFINITY;
  const due = dueOf(base, counting, gaps);
  return start + Math.ceil(((due - start) * part) / whole);
}

function countedDue(deadline: Extract<Deadline, { kind: 'count' }>, gaps: readonly Gap[]): Instant {
  const { ruler, from, amount } = deadline.count;
  return amount === 0 ? deadline.zero : reach(ruler, from, amount, gaps);
}

function byTime({ by }: Modifiers, counting: Counting, at: Instant): Instant {
  return by === undefined ? at : instantOfDay(counting.zone, counting.calendar, dayAt(counting.zone, at), by);
}

/** A deadline that falls on a closed day moves to the next business day. */
function rolled({ by, rolling }: Modifiers, { zone, calendar }: Counting, at: Instant): Instant {
  if (!rolling || !calendar || !Number.isFinite(at)) return at;
  const day = dayOfDue(zone, calendar, at, by);
  if (isBusinessDay(calendar, day)) return at;
  const next = nextBusinessDay(calendar, day);
  return next === undefined ? Number.POSITIVE_INFINITY : instantOfDay(zone, calendar, next, by);
}

/** The day a deadline belongs to: hours that run on across midnight close on the day after theirs. */
function dayOfDue(zone: Zone, calendar: Calendar, at: Instant, by: By | undefined): LocalDay {
  const day = dayAt(zone, at);
  const runsOn = by === 'close' && isBusinessDay(calendar, day - 1) && lastClosing(calendar, day - 1) === at;
  return runsOn ? day - 1 : day;
}
