import type { Instant } from '../time/zone.ts';
import { closeInstant } from './closeInstant.ts';
import { type Context, contextOf } from './context.ts';
import type { Effect } from './effects.ts';
import type { Engine } from './engine.ts';
import type { Entry } from './entries.ts';
import { handle } from './handle.ts';
import { passTime } from './remedy/settleRemedies.ts';
import type { State } from './state.ts';
import { nextWake } from './wake.ts';

/** An event or a change of a ticket's fields, or a wake-up. */
export type Input = Entry | { kind: 'wake'; at: Instant };

export interface Step {
  state: State;
  /** In the order they happened. */
  effects: Effect[];
  /** The next instant at which something happens if nothing else does; null where nothing will. */
  wakeAt: Instant | null;
}

/**
 * Runs a ticket by one input; the state given is left as it is. Timers due before the input come first. Those of the
 * input's own instant wait for a later input or a wake-up, since more events of that instant may follow.
 */
export function step(engine: Engine, state: State, input: Input): Step {
  const context = contextOf(engine, structuredClone(state));
  advance(context, input);
  return { state: context.state, effects: context.effects, wakeAt: nextWake(engine, context.state) };
}

/** The same in place, for a fold that owns its state. */
export function advance(context: Context, input: Input): void {
  const { state } = context;
  if (input.kind !== 'wake' && isRepeat(state, input)) return;
  if (state.now !== null && input.at < state.now) {
    if (input.kind !== 'wake') refuseLate(context, input);
    return;
  }
  runTimers(context, input.at, input.kind === 'wake');
  passTime(context, input.at);
  if (input.kind === 'wake') {
    state.now = input.at;
    return;
  }
  state.now = input.at;
  state.open = true;
  handle(context, input);
}

/** Runs what is due before `until`, or with `inclusive` up to and including it. */
function runTimers(context: Context, until: Instant, inclusive: boolean): void {
  for (;;) {
    const wake = nextWake(context.engine, context.state);
    if (wake === null || wake > until || (wake === until && !inclusive)) return;
    closeInstant(context, wake);
  }
}

/** The same id twice is one event, however late it is told again. */
function isRepeat({ seen }: State, { id }: Entry): boolean {
  return id !== undefined && seen.includes(id);
}

function refuseLate({ state }: Context, entry: Entry): void {
  state.findings.push({
    rule: 'ticket/late-event',
    at: entry.at,
    message: 'This entry lies before one that has been handled already, so it has no effect.',
    path: entry.path,
  });
}
