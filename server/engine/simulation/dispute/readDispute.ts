import type { DisputeRunState, State, StepState } from '../state.ts';
import type { LoadedDispute, LoadedStep } from './loadDisputes.ts';

/** The dispute that has begun and has not ended. */
export function openRun(state: State, index: number): DisputeRunState | undefined {
  const runs = state.disputes[index]?.runs;
  if (!runs || runs.length === 0) return undefined;
  const last = runs[runs.length - 1]!;
  return last.ended === null ? last : undefined;
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
