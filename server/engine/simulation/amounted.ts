import type { Gap } from '../clock/gaps.ts';
import type { Amounted } from '../outcome.ts';
import type { Instant } from '../time/zone.ts';
import { countedBy, countIn, pausedIn, type RunClock } from './run.ts';
import type { GapCause, RunState } from './state.ts';

/** The gaps of a run in its clock's own measure: pauses, and what lay between a stop and a reopening. */
export function gapped(
  run: RunState,
  clock: RunClock,
  until: Instant,
): { paused?: Amounted; reopened?: Amounted } {
  const paused = gapsWith(run, (cause) => cause !== 'reopened');
  const reopened = gapsWith(run, (cause) => cause === 'reopened');
  return {
    ...(paused.length > 0 && { paused: amounted(pausedIn(clock, paused, until)) }),
    ...(reopened.length > 0 && { reopened: amounted(pausedIn(clock, reopened, until)) }),
  };
}

function gapsWith(run: RunState, fits: (cause: GapCause) => boolean): Gap[] {
  return run.gaps.filter((gap) => fits(gap.cause));
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
