import type { Instant } from '../time/zone.ts';
import type { Engine } from './engine.ts';
import type { LoadedMoment } from './moments.ts';
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
  return Number.isFinite(least) ? least : null;
}

/** A moment that comes by time alone and has not arrived yet. */
export function pendingMoment(
  moment: LoadedMoment,
  state: State,
  arrived: Instant | null | undefined,
): Instant | undefined {
  const at = moment.computed?.(state);
  return at === undefined || at === arrived ? undefined : at;
}

function* pendingMoments(engine: Engine, state: State): Generator<Instant> {
  for (const i of engine.timedStates) {
    const { from, until } = engine.states[i]!;
    const span = state.states[i]!;
    const at = pendingMoment(span.since === null ? from : until, state, span.arrived);
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
