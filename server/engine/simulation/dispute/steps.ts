import type { Instant } from '../../time/zone.ts';
import { endPauses, freshRun } from '../benchmarkRuns.ts';
import type { Context } from '../context.ts';
import type { LoadedBenchmark } from '../engine.ts';
import { chooseRow, isLive, refresh } from '../run.ts';
import type { DisputeRunState, RunState, StepState } from '../state.ts';
import type { LoadedDispute, LoadedTransition } from './loadDisputes.ts';
import type { Current } from './readDispute.ts';

/** So many steps of one dispute are taken; one that goes round for ever stays where it is then. */
const mostSteps = 10_000;

/** Opens a dispute at its first step. `judged`: whether an event from outside does, which a cut-off judges. */
export function openDispute(context: Context, dispute: LoadedDispute, at: Instant, judged: boolean): void {
  const { runs } = context.state.disputes[dispute.index]!;
  const run: DisputeRunState = { opened: at, steps: [], ended: null };
  runs.push(run);
  if (dispute.steps.length > 0) enter(context, dispute, run, 0, at, judged);
}

/** Leaves the current step along a transition: for another, or for good. */
export function leave(
  context: Context,
  dispute: LoadedDispute,
  { run, step, entered }: Current,
  transition: LoadedTransition,
  cause: string,
  at: Instant,
  judged: boolean,
): void {
  const { to } = transition.def;
  if ('step' in to && isEndless(context, dispute, run, at)) return;
  entered.left = at;
  entered.outcome = cause;
  stopClock(context, step.clock, entered.clock, at);
  if ('step' in to) {
    if (to.step >= 0) enter(context, dispute, run, to.step, at, judged);
    return;
  }
  run.ended = { at, outcome: to.ends };
  note(context, dispute, entered, 'ended', at);
}

/** The current step is overdue; it lasts until something leaves it. */
export function fallOverdue(
  context: Context,
  dispute: LoadedDispute,
  { step, entered }: Current,
  at: Instant,
): void {
  const { clock } = entered;
  clock.breached = at;
  clock.missed = clock.due;
  refresh(context, step.clock, clock);
  note(context, dispute, entered, 'overdue', at);
}

/** Stops the clock of what has been told, or of a step that has been left. */
export function stopClock(context: Context, clock: LoadedBenchmark, run: RunState, at: Instant): void {
  if (!isLive(run)) return;
  endPauses(run, at);
  run.stopped = at;
  refresh(context, clock, run);
}

export function note(
  { engine, state, effects }: Context,
  dispute: LoadedDispute,
  { clock, step }: StepState,
  what: 'entered' | 'overdue' | 'ended',
  at: Instant,
): void {
  const { id, steps } = dispute.def;
  const { runs } = state.disputes[dispute.index]!;
  effects.push({
    kind: 'step',
    at,
    dispute: id,
    run: runs.length,
    step: steps[step]!.id,
    what,
    ...(what === 'ended' && { outcome: runs[runs.length - 1]!.ended!.outcome }),
    id: `${state.ticket}/${engine.policy.version}/${id}/${runs.length}/${steps[step]!.id}/${clock.run}/${what}`,
  });
}

function enter(
  context: Context,
  dispute: LoadedDispute,
  run: DisputeRunState,
  index: number,
  at: Instant,
  judged: boolean,
): void {
  const step = dispute.steps[index]!;
  const { runs } = context.state.disputes[dispute.index]!;
  const number = runs.reduce((sum, { steps }) => sum + steps.length, 0) + 1;
  const entered: StepState = {
    step: index,
    clock: startClock(context, step.clock, number, at, judged),
    left: null,
    outcome: null,
    told: step.tells.map((tell) => startClock(context, tell.clock, number, at, judged)),
    arrived: {},
  };
  run.steps.push(entered);
  note(context, dispute, entered, 'entered', at);
}

function startClock(
  context: Context,
  clock: LoadedBenchmark,
  number: number,
  at: Instant,
  judged: boolean,
): RunState {
  const run = freshRun(clock, number, at, judged);
  chooseRow(context, clock, run);
  refresh(context, clock, run);
  return run;
}

function isEndless(
  { state }: Context,
  dispute: LoadedDispute,
  { steps }: DisputeRunState,
  at: Instant,
): boolean {
  if (steps.length < mostSteps) return false;
  const last = steps[steps.length - 1]!;
  const { id } = dispute.def;
  const message = `${id} has taken ${mostSteps} steps and stays in ${dispute.def.steps[last.step]!.id}; give it a way that ends.`;
  if (!state.findings.some((finding) => finding.message === message))
    state.findings.push({ rule: 'dispute/too-many-steps', at, message });
  return true;
}
