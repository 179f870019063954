import type { ActionDef } from '../policy.ts';
import type { Instant } from '../time/zone.ts';
import { type Stored, showStored, storedOfValue } from '../value/stored.ts';
import type { Context } from './context.ts';
import type { LoadedBenchmark, LoadedLadder, LoadedRung } from './engine.ts';
import { clockOf, firesAtItsBreach, isHeld, isLive, type RunClock, refresh } from './run.ts';
import { mostOccurrences, rungInstant } from './rungs.ts';
import type { RunState } from './state.ts';

/** Fires every rung whose moment has come, in declaration order, each occurrence once a run. */
export function fireRungs(context: Context, at: Instant): boolean {
  const { engine, state } = context;
  let fired = false;
  for (const benchmark of engine.benchmarks) {
    if (benchmark.ladders.length === 0) continue;
    for (const run of state.benchmarks[benchmark.index]!.runs) {
      if (run.wake === null || run.wake > at) continue;
      if (!run.applies || !(isLive(run) || firesAtItsBreach(benchmark, run))) continue;
      if (isHeld(run)) continue;
      const clock = clockOf(context, benchmark, run);
      if (clock && fireRun(context, benchmark, run, clock, at)) {
        refresh(context, benchmark, run);
        fired = true;
      }
    }
  }
  return fired;
}

function fireRun(
  context: Context,
  benchmark: LoadedBenchmark,
  run: RunState,
  clock: RunClock,
  at: Instant,
): boolean {
  let fired = false;
  for (const ladder of benchmark.ladders) {
    for (let i = 0; i < ladder.rungs.length; i++) {
      const rung = ladder.rungs[i]!;
      while (rungInstant(context.state, rung, run, clock) <= at) {
        const occurrence = (run.fired[rung.key] ?? 0) + 1;
        run.fired[rung.key] = occurrence;
        fired = true;
        if (!rung.when || rung.when(context.state))
          act(context, benchmark, run, ladder, rung, i + 1, occurrence, at);
        if (occurrence === mostOccurrences) noteEndless(context, ladder, rung, at);
      }
    }
  }
  return fired;
}

function noteEndless({ state }: Context, ladder: LoadedLadder, rung: LoadedRung, at: Instant): void {
  state.findings.push({
    rule: 'ladder/too-many',
    at,
    message: `${ladder.def.id} has fired "${rung.def.text}" ${mostOccurrences} times and stops there; give it a limit with "up to N times".`,
  });
}

function act(
  context: Context,
  benchmark: LoadedBenchmark,
  run: RunState,
  ladder: LoadedLadder,
  rung: LoadedRung,
  number: number,
  occurrence: number,
  at: Instant,
): void {
  const { engine, state } = context;
  const { actions, text } = rung.def;
  for (let i = 0; i < actions.length; i++) {
    const { action, to, by, field, value, event } = perform(context, actions[i]!, at);
    context.effects.push({
      kind: 'action',
      at,
      benchmark: benchmark.def.id,
      ladder: ladder.def.id,
      rung: number,
      occurrence,
      run: run.run,
      action,
      to,
      by,
      field,
      value,
      event,
      text,
      id: `${state.ticket}/${engine.policy.version}/${benchmark.def.id}/${run.run}/${ladder.def.id}.${number}.${i + 1}/${occurrence}`,
    });
  }
}

type Done = {
  action: ActionDef['action'];
  to?: string[];
  by?: string[];
  field?: string;
  value?: string;
  event?: string;
};

/** Says what an action does, and queues what it changes: that is handled when all rungs of the instant have fired. */
function perform(context: Context, action: ActionDef, at: Instant): Done {
  switch (action.action) {
    case 'notify':
      return { action: 'notify', to: action.to, by: action.by };
    case 'assign':
      return { action: 'assign', to: [action.to] };
    case 'emit':
      context.queue.push({ kind: 'event', at, event: action.event, emitted: true, path: [] });
      return { action: 'emit', event: action.event };
    case 'raise':
      return { action: 'raise', ...change(context, action.field, raised(context, action.field), at) };
    case 'set': {
      const { value } = action;
      const stored =
        value.kind === 'value'
          ? storedOfValue(value.value)
          : value.kind === 'field'
            ? context.state.fields[value.field]
            : undefined;
      return { action: 'set', ...change(context, action.field, stored, at) };
    }
  }
}

function change({ engine, queue }: Context, name: string, stored: Stored | undefined, at: Instant) {
  const field = engine.fields.get(name);
  queue.push({ kind: 'set', at, fields: { [name]: stored }, path: [] });
  return {
    field: name,
    ...(field && stored !== undefined && { value: showStored(stored, field.type, engine.zone) }),
  };
}

/** The next value up, or the highest again. */
function raised({ engine, state }: Context, name: string): Stored | undefined {
  const values = engine.fields.get(name)?.values ?? [];
  const now = values.indexOf(String(state.fields[name]));
  return values[Math.min(now + 1, values.length - 1)];
}
