import type { DisputeOutcome } from '../engine/outcome.ts';
import type { DisputeExpectation } from './expectation.ts';
import { instantWords, isWithin } from './judgeTime.ts';
import type { Verdict } from './verdict.ts';

/** Whether a dispute stands, or has ended, as expected. */
export function judgeDispute(expectation: DisputeExpectation, all: readonly DisputeOutcome[]): Verdict {
  const { dispute, negated } = expectation;
  const own = all.filter(({ id }) => id === dispute);
  const wanted = expectation.run ?? own[own.length - 1]?.run;
  const steps = own.filter(({ run }) => run === wanted);
  return { ok: fits(expectation, steps) !== negated, actual: describe(dispute, own) };
}

function fits(
  { step, ended, opened, due, since }: DisputeExpectation,
  steps: readonly DisputeOutcome[],
): boolean {
  const first = steps[0];
  const last = steps[steps.length - 1];
  if (!first || !last) return false;
  const isOpen = last.left === undefined;
  if (step !== undefined && !(isOpen && last.step === step)) return false;
  if (ended !== undefined && last.ended !== ended) return false;
  if (opened && !isWithin(first.entered, opened)) return false;
  if (due && !(isOpen && isWithin(last.due, due))) return false;
  if (!since) return true;
  return isWithin(ended !== undefined ? last.left : step !== undefined ? last.entered : first.entered, since);
}

function describe(dispute: string, steps: readonly DisputeOutcome[]): string {
  if (steps.length === 0) return `${dispute} was not opened`;
  const several = steps[steps.length - 1]!.run > 1;
  const words = steps.map(({ run, step, entered, due, left, ended }) => {
    const at = `${several ? `run ${run} ` : ''}at ${step} since ${instantWords(entered)}`;
    if (ended !== undefined) return `${at}, ended as ${ended} ${instantWords(left!)}`;
    return left === undefined && due ? `${at}, due ${instantWords(due)}` : at;
  });
  return `${dispute} ${words.join('; ')}`;
}
