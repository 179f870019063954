import { judgeActor } from './actors.ts';
import { hearAnswers } from './answers.ts';
import { reapply, rechoose } from './benchmarkRuns.ts';
import { beginOnChannel, changeChannel, leaving } from './channels.ts';
import type { Context } from './context.ts';
import { rechooseSteps } from './dispute/clocks.ts';
import type { Entry, EventEntry, SetEntry } from './entries.ts';
import { takeOver } from './handovers.ts';
import { happen, settle } from './happen.ts';
import type { Happening } from './moments.ts';
import { judgePermits } from './permit/judgePermits.ts';
import { hearReplies } from './replies.ts';

/** Handles one entry at the state's instant. */
export function handle(context: Context, entry: Entry): void {
  const { state } = context;
  if (entry.id !== undefined) state.seen.push(entry.id);
  if (entry.kind === 'set') changeFields(context, entry);
  else occur(context, entry);
}

function changeFields(context: Context, { at, fields, path }: SetEntry): void {
  const { engine, state } = context;
  const left = leaving(context);
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) delete state.fields[name];
    else state.fields[name] = value;
  }
  changeChannel(context, left, at, path);
  for (const benchmark of engine.benchmarks) {
    reapply(context, benchmark, at);
    rechoose(context, benchmark);
  }
  rechooseSteps(context);
  settle(context);
}

function occur(context: Context, entry: EventEntry): void {
  const { engine, state } = context;
  const { begins } = engine.policy;
  if (!state.began) {
    if (begins === undefined || entry.event === begins) state.began = true;
    else {
      state.findings.push({
        rule: 'ticket/before-first-event',
        at: entry.at,
        message: `${entry.event} comes before ${begins}, with which a case begins.`,
        path: entry.path,
      });
    }
    if (state.began) {
      judgeVersion(context, entry);
      beginOnChannel(context, entry.at);
    }
  }
  record(context, entry);
  judgeActor(context, entry);
  takeOver(context, entry);
  hearAnswers(context, entry);
  hearReplies(context, entry);
  const happening: Happening = { kind: 'event', event: entry.event, at: entry.at };
  happen(context, happening, entry);
  for (const benchmark of engine.benchmarks) reapply(context, benchmark, entry.at);
  settle(context);
  judgePermits(context, engine.listeners.onEvent.get(entry.event)?.permits ?? [], happening);
}

function judgeVersion({ engine, state }: Context, entry: EventEntry): void {
  if (entry.at >= engine.effectiveFrom && entry.at <= engine.effectiveUntil) return;
  const { from, until } = engine.policy.effective;
  state.findings.push({
    rule: 'policy/not-in-force',
    at: entry.at,
    message: `The case begins outside the policy's effective dates, ${from ?? '…'} until ${until ?? '…'}.`,
    path: entry.path,
  });
}

function record({ engine, state }: Context, { event, at, by, data }: EventEntry): void {
  const known = state.events[event];
  state.events[event] = {
    first: known ? known.first : at,
    latest: at,
    count: known ? known.count + 1 : 1,
    by,
    data,
  };
  for (const watcher of engine.watchers.get(event) ?? []) {
    if (state.firsts[watcher.id] === undefined && watcher.holds(state)) state.firsts[watcher.id] = at;
  }
}
