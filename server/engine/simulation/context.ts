import type { Effect } from './effects.ts';
import type { Engine } from './engine.ts';
import type { Entry } from './entries.ts';
import type { Happening } from './moments.ts';
import type { RunClock } from './run.ts';
import type { State } from './state.ts';

/** What a fold works on: a state that it owns and changes in place, and what has come of it so far. */
export interface Context {
  readonly engine: Engine;
  readonly state: State;
  readonly effects: Effect[];
  /** What rungs have raised, set and emitted, to be handled after all rungs of the instant. */
  readonly queue: Entry[];
  /** What has become of benchmarks, to be told to those that wait for it. */
  readonly happened: Happening[];
  /** By clock and run: what has been derived from the state and holds as long as nothing it derives from changes. */
  readonly clocks: (RunClock | undefined)[][];
}

export function contextOf(engine: Engine, state: State): Context {
  return {
    engine,
    state,
    effects: [],
    queue: [],
    happened: [],
    clocks: emptyClocks(engine.clocks),
  };
}

function emptyClocks(count: number): (RunClock | undefined)[][] {
  const clocks: (RunClock | undefined)[][] = [];
  for (let i = 0; i < count; i++) clocks.push([]);
  return clocks;
}
