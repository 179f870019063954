import type { Instant } from '../time/zone.ts';
import { nextStep } from './dispute/moveSteps.ts';
import type { Engine } from './engine.ts';
import { pendingMoment, pendingTurn, sooner } from './pendingMoment.ts';
import { nextRight } from './right/turnRights.ts';
import type { State } from './state.ts';

/** The next instant at which something happens if nothing else does; null where nothing will. */
export function nextWake(engine: Engine, state: State): Instant | null {
  const { now } = state;
  if (now === null || state.open) return now;
  // Once an instant is closed, all that was due up to it has happened: only what lies ahead counts.
  let least = Number.POSITIVE_INFINITY;
  for (const { runs } of state.benchmarks) {
    for (const { wake } of runs) least = sooner(least, wake, now);
  }
  for (const i of engine.timedStates)
    least = sooner(least, pendingTurn(engine.states[i]!, state, state.states[i]!), now);
  for (const i of engine.timedBenchmarks) {
    const { arrived } = state.benchmarks[i]!;
    for (const { key, moment } of engine.benchmarks[i]!.moments)
      least = sooner(least, pendingMoment(moment, state, arrived[key]), now);
  }
  for (const i of engine.timedRemedies) {
    const { trigger } = engine.remedies[i]!;
    least = sooner(least, pendingMoment(trigger!, state, state.remedies![i]!.arrived), now);
  }
  for (const dispute of engine.disputes) least = Math.min(least, nextStep(state, dispute, now));
  for (const right of engine.rights) least = Math.min(least, nextRight(state, right, now));
  for (const permit of engine.permits)
    least = sooner(least, pendingMoment(permit.on, state, state.permits[permit.index]!.arrived), now);
  return Number.isFinite(least) ? least : null;
}
