import type { Instant } from '../time/zone.ts';
import type { Engine } from './engine.ts';
import type { LoadedMoment } from './moments.ts';
import type { State } from './state.ts';

/** The next instant at which something happens if nothing else does; null where nothing will. */
export function nextWake(engine: Engine, state: State): Instant | null {
  if (state.open) return state.now;
  let least = Number.POSITIVE_INFINITY;
  for (const benchmark of state.benchmarks) {
    for (const run of benchmark.runs) if (run.wake !== null && run.wake < least) least = run.wake;
  }
  for (const at of pendingMoments(engine, state)) if (at < least) least = at;
  if (!Number.isFinite(least)) return null;
  // What is already past happens now, at the change that brought it.
  return state.now !== null && least < state.now ? state.now : least;
}

/** A moment that comes by time alone and has not arrived yet. */
export function pendingMoment(
  moment: LoadedMoment,
  state: State,
  arrived: Instant | null,
): Instant | undefined {
  const at = moment.computed?.(state);
  return at === undefined || at === arrived ? undefined : at;
}

function* pendingMoments(engine: Engine, state: State): Generator<Instant> {
  if (state.now === null) return;
  for (const i of engine.timedStates) {
    const { from, until } = engine.states[i]!;
    const span = state.states[i]!;
    const at = pendingMoment(span.since === null ? from : until, state, span.arrived);
    if (at !== undefined) yield at;
  }
  for (const i of engine.timedBenchmarks) {
    const { from, until } = engine.benchmarks[i]!;
    const { arrived } = state.benchmarks[i]!;
    const start = pendingMoment(from, state, arrived.from);
    if (start !== undefined) yield start;
    const stop = pendingMoment(until, state, arrived.until);
    if (stop !== undefined) yield stop;
  }
}
