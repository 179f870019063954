import type { Instant } from '../../time/zone.ts';
import { chooseAgain } from '../benchmarkRuns.ts';
import type { Context } from '../context.ts';
import type { LoadedBenchmark } from '../engine.ts';
import { judgeRun } from '../judgePauses.ts';
import { isLive, refresh } from '../run.ts';
import type { RunState, State } from '../state.ts';
import type { LoadedDispute } from './loadDisputes.ts';
import { currentStep } from './readDispute.ts';

export interface Clock {
  readonly clock: LoadedBenchmark;
  readonly run: RunState;
}

const none: readonly Clock[] = [];

/** The clock of the current step, and those of all that has to be told. */
export function clocksOf(state: State, dispute: LoadedDispute): readonly Clock[] {
  const tells = tellsOf(state, dispute);
  const current = currentStep(state, dispute);
  return current ? [{ clock: current.step.clock, run: current.entered.clock }, ...tells] : tells;
}

export function tellsOf(state: State, dispute: LoadedDispute): readonly Clock[] {
  const { runs } = state.disputes[dispute.index]!;
  if (runs.length === 0) return none;
  const tells: Clock[] = [];
  for (const { steps } of runs) {
    for (const { step, told } of steps) {
      for (let i = 0; i < told.length; i++)
        tells.push({ clock: dispute.steps[step]!.tells[i]!.clock, run: told[i]! });
    }
  }
  return tells;
}

/** Judges at the end of an instant whether the clocks of disputes pause. */
export function judgeStepPauses(context: Context, at: Instant): void {
  for (const dispute of context.engine.disputes) {
    for (const { clock, run } of clocksOf(context.state, dispute)) {
      if (!isLive(run)) continue;
      const changed = clock.pauses.length > 0 && judgeRun(context, clock, run, at);
      if (changed || clock.volatile) refresh(context, clock, run);
    }
  }
}

/** A change of a field chooses the rows of a step again; what is overdue stays so. */
export function rechooseSteps(context: Context): void {
  for (const dispute of context.engine.disputes) {
    for (const { clock, run } of clocksOf(context.state, dispute)) {
      if (isLive(run) && run.breached === null) chooseAgain(context, clock, run);
    }
  }
}
