import type { Instant } from '../../time/zone.ts';
import { noteVerdict } from '../benchmarkRuns.ts';
import type { Context } from '../context.ts';
import { pendingMoment, sooner } from '../pendingMoment.ts';
import { isLive, refresh } from '../run.ts';
import type { State } from '../state.ts';
import { clocksOf, tellsOf } from './clocks.ts';
import type { LoadedDispute } from './loadDisputes.ts';
import { type Current, currentStep } from './readDispute.ts';
import { fallOverdue, leave, openDispute } from './steps.ts';

/** The timers of disputes: what has not been told in time, what falls overdue, and moments that come by time. */
export function moveSteps(context: Context, at: Instant): boolean {
  let moved = false;
  for (const dispute of context.engine.disputes) {
    if (missTells(context, dispute, at)) moved = true;
    // One step at a time, so that what follows from it is judged before the next.
    const current = currentStep(context.state, dispute);
    if (current && moveStep(context, dispute, current, at)) moved = true;
    if (openByTime(context, dispute, at)) moved = true;
  }
  return moved;
}

/** When a dispute next does something by itself; infinite where it does not. */
export function nextStep(state: State, dispute: LoadedDispute, now: Instant): Instant {
  let least = Number.POSITIVE_INFINITY;
  for (const { run } of clocksOf(state, dispute)) if (isLive(run)) least = sooner(least, run.wake, now);
  const current = currentStep(state, dispute);
  if (current) {
    const { step, entered } = current;
    for (let i = 0; i < step.transitions.length; i++) {
      const { moment } = step.transitions[i]!;
      if (moment) least = sooner(least, pendingMoment(moment, state, entered.arrived[i]), now);
    }
  }
  const { arrived } = state.disputes[dispute.index]!;
  for (let i = 0; i < dispute.opens.length; i++)
    least = sooner(least, pendingMoment(dispute.opens[i]!.moment, state, arrived[i]), now);
  return least;
}

function missTells(context: Context, dispute: LoadedDispute, at: Instant): boolean {
  let missed = false;
  for (const { clock, run } of tellsOf(context.state, dispute)) {
    if (!isLive(run) || run.breached !== null || run.due === null || run.due > at) continue;
    run.breached = at;
    run.missed = run.due;
    refresh(context, clock, run);
    noteVerdict(context, clock, run, 'breached', at);
    missed = true;
  }
  return missed;
}

function moveStep(context: Context, dispute: LoadedDispute, current: Current, at: Instant): boolean {
  const { state } = context;
  const { step, entered } = current;
  const { clock } = entered;
  const overdue = clock.breached === null && clock.due !== null && clock.due <= at;
  if (overdue) fallOverdue(context, dispute, current, at);
  let moved = overdue;
  for (let i = 0; i < step.transitions.length; i++) {
    const transition = step.transitions[i]!;
    if (transition.moment) {
      const arrival = pendingMoment(transition.moment, state, entered.arrived[i]);
      if (arrival === undefined || arrival > at) continue;
      entered.arrived[i] = arrival;
      moved = true;
    } else if (!overdue) continue;
    if (transition.when && !transition.when(state)) continue;
    leave(context, dispute, current, transition, transition.def.cause, at, false);
    return true;
  }
  return moved;
}

/** What comes while the dispute is open has passed. */
function openByTime(context: Context, dispute: LoadedDispute, at: Instant): boolean {
  const { state } = context;
  const { arrived } = state.disputes[dispute.index]!;
  let moved = false;
  for (let i = 0; i < dispute.opens.length; i++) {
    const { moment, when } = dispute.opens[i]!;
    const arrival = pendingMoment(moment, state, arrived[i]);
    if (arrival === undefined || arrival > at) continue;
    arrived[i] = arrival;
    if (currentStep(state, dispute) || (when && !when(state))) continue;
    openDispute(context, dispute, at, false);
    moved = true;
  }
  return moved;
}
