import type { Engine } from '../engine.ts';
import type { DisputeRunState, State, StepState } from '../state.ts';
import type { LoadedDispute, LoadedStep } from './loadDisputes.ts';

/** The dispute that has begun and has not ended. */
export function openRun(state: State, index: number): DisputeRunState | undefined {
  const runs = state.disputes[index]?.runs;
  const last = runs?.[runs.length - 1];
  return last && last.ended === null ? last : undefined;
}

/** The step that a dispute has come to. */
export interface Current {
  readonly run: DisputeRunState;
  readonly step: LoadedStep;
  readonly entered: StepState;
}

export function currentStep(state: State, dispute: LoadedDispute): Current | undefined {
  const run = openRun(state, dispute.index);
  const entered = run?.steps[run.steps.length - 1];
  return run && entered && { run, step: dispute.steps[entered.step]!, entered };
}

/** The dispute and step that freeze a permit or a remedy now, with the place that says so. */
export interface Frozen {
  readonly dispute: string;
  readonly step: string;
  readonly source: number;
}

export function frozenBy({ disputes }: Engine, state: State, id: string): Frozen | undefined {
  for (const dispute of disputes) {
    const step = currentStep(state, dispute)?.step.def;
    if (step?.freezes?.what.includes(id))
      return { dispute: dispute.def.id, step: step.id, source: step.freezes.source };
  }
  return undefined;
}
