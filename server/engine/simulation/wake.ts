import type { Instant } from '../time/zone.ts';
import { nextStep } from './dispute/moveSteps.ts';
import type { Engine } from './engine.ts';
import { pendingMoment, pendingTurn } from './pendingMoment.ts';
import { nextRight } from './right/turnRights.ts';
import type { State } from './state.ts';

/** The next instant at which something happens if nothing else does; null where nothing will. */
export function nextWake(engine: Engine, state: State): Instant | null {
  const { now } = state;
  if (now === null || state.open) return now;
  // Once an instant is closed, all that was due up to it has happened: only what lies ahead counts.
  let least = Number.POSITIVE_INFINITY;
  for (const benchmark of state.benchmarks) {
    for (const { wake } of benchmark.runs) if (wake !== null && wake > now && wake < least) least = wake;
  }
  if (engine.timedStates.length > 0 || engine.timedBenchmarks.length > 0) {
    for (const at of pendingMoments(engine, state)) if (at > now && at < least) least = at;
  }
  for (const i of engine.timedRemedies) {
    const at = pendingMoment(engine.remedies[i]!.trigger!, state, state.remedies![i]!.arrived);
    if (at !== undefined && at > now && at < least) least = at;
  }
  for (const dispute of engine.disputes) least = Math.min(least, nextStep(state, dispute, now));
  for (const right of engine.rights) least = Math.min(least, nextRight(state, right, now));
  for (const permit of engine.permits) {
    const at = pendingMoment(permit.on, state, state.permits[permit.index]!.arrived);
    if (at !== undefined && at > now && at < least) least = at;
  }
  return Number.isFinite(least) ? least : null;
}

function* pendingMoments(engine: Engine, state: State): Generator<Instant> {
  for (const i of engine.timedStates) {
    const at = pendingTurn(engine.states[i]!, state, state.states[i]!);
    if (at !== undefined) yield at;
  }
  for (const i of engine.timedBenchmarks) {
    const { arrived } = state.benchmarks[i]!;
    for (const { key, moment } of engine.benchmarks[i]!.moments) {
      const at = pendingMoment(moment, state, arrived[key]);
      if (at !== undefined) yield at;
    }
  }
}
