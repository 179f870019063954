import type { Engine } from '../engine.ts';
import { isPaused, statusOf } from '../run.ts';
import type { State, StateFinding } from '../state.ts';
import { clocksOf } from './clocks.ts';

/** A step that runs without a due instant, although it has a limit, has run out of compiled years. */
export function stepsBeyondYears({ disputes, policy }: Engine, state: State): StateFinding[] {
  const findings: StateFinding[] = [];
  for (const dispute of disputes) {
    for (const { clock, run } of clocksOf(state, dispute)) {
      if (run.due !== null || statusOf(run) !== 'running' || isPaused(run)) continue;
      findings.push({
        rule: 'dispute/beyond-years',
        at: run.start,
        message: `${clock.def.id} would fall due after ${policy.covers.until}, the last day the policy was compiled for, or in a calendar that does not open again.`,
      });
    }
  }
  return findings;
}
