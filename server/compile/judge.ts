import type { ActionOutcome, BenchmarkOutcome, Outcome } from '../engine/outcome.ts';
import type { Policy } from '../engine/policy.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import type { ActionExpectation, BenchmarkExpectation, Expectation } from './expectation.ts';
import { judgeConduct } from './judgeConduct.ts';
import { judgeDispute } from './judgeDispute.ts';
import { judgePermit } from './judgePermit.ts';
import { judgeQuality, withShortfalls } from './judgeQuality.ts';
import { judgeRemedy } from './judgeRemedy.ts';
import { judgeRight } from './judgeRight.ts';
import { instantWords, isWithin } from './judgeTime.ts';
import type { Verdict } from './verdict.ts';

export interface Judgement extends Verdict {
  /** A phrase: `resolve breached due 2027-01-14`. */
  readonly expected: string;
}

/**
 * Whether what happened is what was expected, in words for the author of the scenario. What the engine does not run is
 * not judged: it is `ok`, and whoever counts looks at the expectation's kind.
 */
export function judge(expectation: Expectation, outcome: Outcome, engine: Engine): Judgement {
  const { ok, actual } = judgeKind(expectation, outcome, engine);
  return { ok, expected: expectation.text, actual };
}

function judgeKind(expectation: Expectation, outcome: Outcome, engine: Engine): Verdict {
  switch (expectation.kind) {
    case 'benchmark':
      return judgeBenchmark(expectation, outcome);
    case 'action':
      return judgeAction(expectation, outcome, engine.policy);
    case 'metric':
    case 'attainment':
    case 'standard':
    case 'report':
      return judgeQuality(expectation, outcome, engine);
    case 'conduct':
      return judgeConduct(expectation, outcome);
    case 'dispute':
      return judgeDispute(expectation, outcome.disputes ?? []);
    case 'right':
      return judgeRight(expectation, outcome.rights ?? []);
    case 'permit':
      return judgePermit(expectation, outcome.permits ?? []);
    case 'remedy':
      return judgeRemedy(expectation, withShortfalls(engine, outcome));
    case 'finding': {
      const rules = [...new Set(outcome.findings.map((finding) => finding.rule))];
      return {
        ok: rules.includes(expectation.rule) !== expectation.negated,
        actual: rules.length === 0 ? 'no finding' : `the findings ${rules.join(', ')}`,
      };
    }
    case 'not run':
      return { ok: true, actual: `not judged: the ${expectation.what} ${expectation.name} is not run` };
  }
}

function judgeBenchmark(expectation: BenchmarkExpectation, outcome: Outcome): Verdict {
  const { benchmark, run, negated } = expectation;
  const all = outcome.benchmarks.filter((each) => each.id === benchmark);
  const runs = run === undefined ? all : all.filter((each) => each.run === run);
  const fits = (each: BenchmarkOutcome) => fitsRun(expectation, each);
  const ok = negated ? !runs.some(fits) : runs.length > 0 && runs.every(fits);
  return { ok, actual: describeRuns(benchmark, all) };
}

/** `expect resolve` alone means that it applied. */
function fitsRun({ status, due, since }: BenchmarkExpectation, run: BenchmarkOutcome): boolean {
  if (status === undefined && !due && !since) return run.status !== 'not-applicable';
  if (status !== undefined && run.status !== status) return false;
  if (due && !isWithin(run.due, due)) return false;
  return !since || isWithin(run.status === 'breached' ? run.breachedAt : run.started, since);
}

function judgeAction(expectation: ActionExpectation, outcome: Outcome, policy: Policy): Verdict {
  const { ladder, negated, action, whom, rungs, at } = expectation;
  const all = outcome.actions.filter((each) => each.ladder === ladder);
  const found = all.some(
    (each) =>
      (action === undefined || each.action === action) &&
      (whom === undefined || objectsOf(each).includes(whom)) &&
      (!rungs || rungs.includes(each.rung)) &&
      (!at || isWithin(each.at, at)),
  );
  const related = all.filter((each) => action === undefined || each.action === action);
  return {
    ok: found !== negated,
    actual: describeActions(ladder, related.length > 0 ? related : all, policy),
  };
}

function objectsOf({ to, field, event }: ActionOutcome): string[] {
  return [...(to ?? []), ...(field === undefined ? [] : [field]), ...(event === undefined ? [] : [event])];
}

function describeRuns(benchmark: string, runs: readonly BenchmarkOutcome[]): string {
  if (runs.length === 0) return `${benchmark} did not start`;
  return runs
    .map((run) => `${benchmark}${runs.length > 1 ? ` run ${run.run}` : ''} ${describeRun(run)}`)
    .join('; ');
}

function describeRun(run: BenchmarkOutcome): string {
  const words: string[] = [run.status];
  if (run.status === 'not-applicable') return run.status;
  if (run.due) words.push(`due ${instantWords(run.due)}`);
  else if (run.remaining) words.push(`nothing due, ${remainingWords(run.remaining)} left`);
  if (run.stopped !== undefined) words.push(`stopped ${instantWords(run.stopped)}`);
  return words.join(', ');
}

function remainingWords(remaining: NonNullable<BenchmarkOutcome['remaining']>): string {
  if ('days' in remaining) return remaining.days === 1 ? '1 day' : `${remaining.days} days`;
  const minutes = remaining.ms / 60_000;
  return minutes >= 60 ? `${rounded(minutes / 60)} hours` : `${rounded(minutes)} minutes`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** So many actions are named. */
const mostActions = 6;

const verbs: Record<ActionOutcome['action'], string> = {
  notify: 'notified',
  assign: 'assigned',
  raise: 'raised',
  set: 'set',
  emit: 'emitted',
};

function describeActions(ladder: string, actions: readonly ActionOutcome[], policy: Policy): string {
  if (actions.length === 0) return `${ladder} did nothing`;
  const rungs = policy.ladders.find(({ id }) => id === ladder)?.rungs ?? [];
  const named = actions.slice(0, mostActions).map((action) => {
    const rung = rungs[action.rung - 1];
    const where = rung ? ` (${rung.text})` : '';
    return `${verbs[action.action]} ${objectsOf(action).join(', ')} ${instantWords(action.at)}${where}`;
  });
  const rest = actions.length - named.length;
  return `${ladder} ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}
