import type { Amounted } from '../outcome.ts';
import type { Instant } from '../time/zone.ts';
import { countedBy, countIn, pausedIn, type RunClock } from './run.ts';
import type { RunGap, RunState } from './state.ts';

/** The pauses of a run in its clock's own measure; undefined where there are none. */
export function pausedOf(run: RunState, clock: RunClock, until: Instant): Amounted | undefined {
  return gapped(run, clock, until, ({ cause }) => cause !== 'reopened');
}

/** What lay between its stops and the reopenings that superseded them. */
export function reopenedOf(run: RunState, clock: RunClock, until: Instant): Amounted | undefined {
  return gapped(run, clock, until, ({ cause }) => cause === 'reopened');
}

function gapped(
  { gaps }: RunState,
  clock: RunClock,
  until: Instant,
  fits: (gap: RunGap) => boolean,
): Amounted | undefined {
  const fitting = gaps.length === 0 ? gaps : gaps.filter(fits);
  return fitting.length === 0 ? undefined : amounted(pausedIn(clock, fitting, until));
}

/** What is left of the count that is paused. */
export function remaining(clock: RunClock, asOf: Instant): Amounted {
  const count = countIn(clock);
  const counted = countedBy(clock, asOf);
  return amounted({ inDays: counted.inDays, amount: Math.max(0, (count?.amount ?? 0) - counted.amount) });
}

export function amounted({ inDays, amount }: { inDays: boolean; amount: number }): Amounted {
  return inDays ? { days: amount } : { ms: amount };
}
