import { clockStart, countOf } from '../clock/clockStart.ts';
import { fractionOfDue } from '../clock/due.ts';
import { before } from '../clock/offset.ts';
import { reach } from '../clock/reach.ts';
import type { Duration, RungBase } from '../policy.ts';
import type { Instant } from '../time/zone.ts';
import type { LoadedBenchmark, LoadedRung, LoadedRungTime } from './engine.ts';
import type { RunClock } from './run.ts';
import type { RunState, State } from './state.ts';
import { countDeadline } from './targets.ts';

/** Beyond so many occurrences of one rung a run stops repeating it, so that nothing goes on for ever. */
export const mostOccurrences = 10_000;

/**
 * When a rung's next occurrence falls; infinite when it has no more, or cannot be said yet. Rungs move with the
 * deadline: what has not fired is computed anew from what is known now.
 */
export function rungInstant(state: State, rung: LoadedRung, run: RunState, clock: RunClock): Instant {
  const passed = run.fired[rung.key] ?? 0;
  return passed >= occurrencesOf(rung)
    ? Number.POSITIVE_INFINITY
    : occurrence(state, rung, run, clock, passed + 1);
}

function occurrence(
  state: State,
  rung: LoadedRungTime,
  run: RunState,
  clock: RunClock,
  number: number,
): Instant {
  const { time } = rung;
  switch (time.kind) {
    case 'percent':
      return fractionOfDue(clock.deadline, clock.counting, clock.gaps, run.start, time.of);
    case 'moment':
      return rung.moment?.at(state) ?? Number.POSITIVE_INFINITY;
    case 'every':
      return shifted(run, clock, time.base, times(time.period, number));
    case 'every after': {
      const from = rung.moment?.at(state);
      return from === undefined
        ? Number.POSITIVE_INFINITY
        : shiftedFrom(clock, from, times(time.period, number));
    }
    case 'at':
      return time.offset
        ? offsetInstant(run, clock, time.base, time.offset.duration, time.offset.direction)
        : baseInstant(run, time.base);
    case 'computed at': {
      const duration = rung.span?.duration(state);
      return duration
        ? offsetInstant(run, clock, time.base, duration, time.direction)
        : Number.POSITIVE_INFINITY;
    }
    case 'earlier':
    case 'later': {
      // What cannot be said yet is left out.
      const known = (rung.of ?? [])
        .map((part) => occurrence(state, part, run, clock, number))
        .filter(Number.isFinite);
      if (known.length === 0) return Number.POSITIVE_INFINITY;
      return time.kind === 'earlier' ? Math.min(...known) : Math.max(...known);
    }
  }
}

function times(duration: Duration, number: number): Duration {
  return { ...duration, amount: duration.amount * number };
}

function offsetInstant(
  run: RunState,
  clock: RunClock,
  base: RungBase,
  duration: Duration,
  direction: 'after' | 'before',
): Instant {
  if (direction === 'after') return shifted(run, clock, base, duration);
  const due = run.missed ?? run.due;
  if (due === null) return Number.POSITIVE_INFINITY;
  return Math.max(run.start, before(clock.counting, due, duration));
}

/** The next instant at which any rung of the run falls. */
export function nextRung(state: State, benchmark: LoadedBenchmark, run: RunState, clock: RunClock): Instant {
  let least = Number.POSITIVE_INFINITY;
  for (const ladder of benchmark.ladders) {
    for (const rung of ladder.rungs) least = Math.min(least, rungInstant(state, rung, run, clock));
  }
  return least;
}

export function occurrencesOf(rung: LoadedRung): number {
  if (rung.time.kind !== 'every' && rung.time.kind !== 'every after') return 1;
  return Math.min(rung.time.limit ?? mostOccurrences, mostOccurrences);
}

function baseInstant(run: RunState, base: RungBase): Instant {
  switch (base) {
    case 'start':
      return run.start;
    case 'due':
      return run.missed ?? run.due ?? Number.POSITIVE_INFINITY;
    case 'breach':
      return run.breached ?? Number.POSITIVE_INFINITY;
  }
}

/** So long after a base, on the run's own clock: its pauses do not count. The day of the base is day 0. */
function shifted(run: RunState, clock: RunClock, base: RungBase, duration: Duration): Instant {
  const from = baseInstant(run, base);
  if (!Number.isFinite(from)) return from;
  return shiftedFrom(clock, from, duration, base === 'start' ? clock.start : undefined);
}

function shiftedFrom(
  clock: RunClock,
  from: Instant,
  duration: Duration,
  start = clockStart(clock.counting, from, false),
): Instant {
  const count = countOf(clock.counting, start, duration);
  if (duration.amount === 0) {
    const deadline = countDeadline(duration, clock.counting, start);
    return deadline.kind === 'count' ? deadline.zero : from;
  }
  return reach(count.ruler, count.from, count.amount, clock.gaps);
}
