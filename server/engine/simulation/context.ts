import type { Effect } from './effects.ts';
import type { Engine } from './engine.ts';
import type { Entry } from './entries.ts';
import type { Happening } from './moments.ts';
import type { State } from './state.ts';

/** What one call of `advance` works on. */
export interface Context {
  readonly engine: Engine;
  readonly state: State;
  readonly effects: Effect[];
  /** What rungs have raised, set and emitted, to be handled after all rungs of the instant. */
  readonly queue: Entry[];
  /** What has become of benchmarks, to be told to those that wait for it. */
  readonly happened: Happening[];
}
