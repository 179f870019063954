import { instantOfDay } from '../calendar/calendar.ts';
import { type ClockStart, countOf } from '../clock/clockStart.ts';
import type { Deadline } from '../clock/due.ts';
import type { Counting } from '../clock/ruler.ts';
import type { By, Duration, Target } from '../policy.ts';
import type { Instant } from '../time/zone.ts';
import { parseDuration } from '../value/duration.ts';
import { momentWords } from './expressionWords.ts';
import { loadMoment } from './moments.ts';
import { loadRate, rateDay, rateOn } from './rates.ts';
import type { Scope } from './scope.ts';
import type { State } from './state.ts';
import { timeWords } from './words.ts';

export interface LoadedTarget {
  /** Undefined where a moment or field that it needs is unset. */
  readonly deadline: (state: State, counting: Counting, start: ClockStart) => Deadline | undefined;
  /** Whether it can change when no field does. */
  readonly volatile: boolean;
}

export function loadTarget(
  target: Target,
  scope: Scope,
  by = target.by,
  rolling = target.rolling,
): LoadedTarget {
  const modifiers = { ...(by !== undefined && { by }), ...(rolling && { rolling }) };
  switch (target.kind) {
    case 'count':
      return {
        deadline: (_, counting, start) => countDeadline(target.duration, counting, start, by, rolling),
        volatile: false,
      };
    case 'field':
      return {
        deadline: (state, counting, start) => {
          const stored = state.fields[target.field];
          const duration = typeof stored === 'string' ? parseDuration(stored) : undefined;
          return duration && countDeadline(duration, counting, start, by, rolling);
        },
        volatile: false,
      };
    case 'rate': {
      const def = scope.rates.get(target.rate);
      const values = def && loadRate(def, (value) => (value.type === 'duration' ? value.value : undefined));
      const dayOf = def && rateDay(def, scope);
      return {
        deadline: (state, counting, start) => {
          const duration = values && dayOf && rateOn(values, def.by === undefined ? start.day : dayOf(state));
          return duration && countDeadline(duration, counting, start, by, rolling);
        },
        volatile: true,
      };
    }
    case 'moment': {
      const moment = loadMoment(target.moment, scope);
      return {
        deadline: (state, counting) => {
          const at = moment.deadline(state, counting.zone);
          return at === undefined ? undefined : { kind: 'moment', at, ...modifiers };
        },
        volatile: moment.events.length > 0 || moment.benchmarks.length > 0,
      };
    }
    case 'earlier':
    case 'later': {
      const operands = target.of.map((operand) =>
        loadTarget(operand, scope, operand.by ?? by, operand.rolling ?? rolling),
      );
      return {
        deadline: (state, counting, start) => {
          const of = operands
            .map((operand) => operand.deadline(state, counting, start))
            .filter((operand) => operand !== undefined);
          return of.length > 0 ? { kind: target.kind, of } : undefined;
        },
        volatile: operands.some((operand) => operand.volatile),
      };
    }
  }
}

/** A count's deadline; one of nothing is the start itself, or the end of day 0. */
export function countDeadline(
  duration: Duration,
  counting: Counting,
  start: ClockStart,
  by?: By,
  rolling?: boolean,
): Deadline {
  return {
    kind: 'count',
    count: countOf(counting, start, duration, by),
    zero: duration.amount === 0 ? zeroOf(duration, counting, start, by) : start.at,
    ...(by !== undefined && { by }),
    ...(rolling && { rolling }),
  };
}

function zeroOf(duration: Duration, counting: Counting, start: ClockStart, by: By | undefined): Instant {
  switch (duration.measure) {
    case 'elapsed':
      return start.at;
    case 'open':
      return start.openFrom;
    case 'business-days':
      return instantOfDay(counting.zone, counting.calendar, start.businessDay, by);
    case 'days':
    case 'months':
      return instantOfDay(counting.zone, counting.calendar, start.day, by);
  }
}

/** What a target promises, in the author's words. */
export function describeTarget(target: Target): string {
  const tail = `${target.by === undefined ? '' : ` by ${describeBy(target.by)}`}${target.rolling ? ' rolling' : ''}`;
  return `${describeItem(target)}${tail}`;
}

function describeItem(target: Target): string {
  switch (target.kind) {
    case 'count':
      return target.duration.text;
    case 'field':
      return target.field;
    case 'rate':
      return target.rate;
    case 'moment':
      return momentWords(target.moment);
    case 'earlier':
    case 'later':
      return `${target.kind} of ${target.of.map(describeTarget).join(', ')}`;
  }
}

function describeBy(by: By): string {
  return by === 'close' ? by : timeWords(by);
}
