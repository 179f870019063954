import type { Outcome, StandardOutcome } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { type MetricSummary, metricOver } from '../engine/tally/metricSummary.ts';
import { type Summary, summarize } from '../engine/tally/summary.ts';
import { emptyTally, tally } from '../engine/tally/tally.ts';
import { cutText, percentOf } from '../engine/tally/verdict.ts';
import { compareFractions, type Fraction, parseDecimal } from '../engine/value/fraction.ts';
import { isWithin } from './judgeTime.ts';
import type {
  AttainmentExpectation,
  ExpectedValue,
  MetricExpectation,
  QualityExpectation,
  ReportExpectation,
  StandardExpectation,
} from './qualityExpectation.ts';
import type { Verdict } from './verdict.ts';

/** What spans cases, for this one case alone. */
export function judgeQuality(expectation: QualityExpectation, outcome: Outcome, engine: Engine): Verdict {
  const { ok, actual } = judgePositive(expectation, outcome, engine);
  return { ok: ok !== expectation.negated, actual };
}

/** With the remedies for targets that this case alone misses, which no ticket has by itself. */
export function withShortfalls(engine: Engine, outcome: Outcome): Outcome {
  const { remedies } = engine.policy;
  const isShortfall = (id: string) => remedies.some((each) => each.id === id && each.on.kind === 'shortfall');
  if (!remedies.some(({ id }) => isShortfall(id))) return outcome;
  const due = (summaryOf(engine, outcome).triggered ?? []).filter(({ id }) => isShortfall(id));
  return { ...outcome, remedies: [...(outcome.remedies ?? []), ...due] };
}

function judgePositive(expectation: QualityExpectation, outcome: Outcome, engine: Engine): Verdict {
  switch (expectation.kind) {
    case 'metric':
      return judgeMetric(expectation, outcome, engine);
    case 'attainment':
      return judgeAttainment(expectation, outcome, engine);
    case 'standard':
      return judgeStandard(expectation, outcome);
    case 'report':
      return judgeReport(expectation, summaryOf(engine, outcome));
  }
}

function judgeMetric(
  { metric, value, status }: MetricExpectation,
  outcome: Outcome,
  engine: Engine,
): Verdict {
  const answers = (outcome.metrics ?? []).filter(({ id }) => id === metric);
  const measured = metricOver(engine.policy, metric, answers);
  if (!measured?.exact) return { ok: false, actual: `${metric} has no answer` };
  const verdicts = summaryOf(engine, outcome).metrics?.filter((each) => each.metric === metric) ?? [];
  const reached = statusOf(verdicts);
  const fits =
    (!value || (isAsWritten(measured.exact, value) && value.currency === measured.summary.currency)) &&
    (status === undefined || status === reached);
  return { ok: fits, actual: `${metric} is ${metricWords(measured.summary)}, its target ${reached}` };
}

/** A target that has too few answers for a verdict is not assessed. */
function statusOf(verdicts: readonly MetricSummary[]): string {
  if (verdicts.some(({ verdict }) => verdict === 'missed')) return 'breached';
  return verdicts.some(({ verdict }) => verdict === 'attained') ? 'met' : 'not-assessed';
}

function metricWords({ value, unit, currency, denominator }: MetricSummary): string {
  const units = { percent: '%', money: ` ${currency ?? ''}`, ms: ' ms', days: ' days', number: '' };
  return `${value}${units[unit]} of ${denominator}`;
}

/** Where the benchmark says what must be attained, only of runs that one of those clauses counts. */
function judgeAttainment(
  { benchmark, value }: AttainmentExpectation,
  { benchmarks }: Outcome,
  { policy }: Engine,
): Verdict {
  const promised = policy.benchmarks.some(({ id, attain }) => id === benchmark && attain.length > 0);
  const judged = benchmarks.filter(
    ({ id, status, assessed = [] }) =>
      id === benchmark && (status === 'met' || status === 'breached') && (!promised || assessed.length > 0),
  );
  if (judged.length === 0) return { ok: false, actual: `no run of ${benchmark} counts` };
  const share = percentOf(judged.filter(({ status }) => status === 'met').length, judged.length);
  return {
    ok: isAsWritten(share, value),
    actual: `${benchmark} met in ${cutText(share)}% of ${judged.length}`,
  };
}

/** Cut to as many decimals as are written, as summaries show it: 66.66% is two thirds. */
function isAsWritten(actual: Fraction, { amount }: ExpectedValue): boolean {
  const expected = parseDecimal(amount);
  const decimals = amount.split('.')[1]?.length ?? 0;
  const shown = parseDecimal(cutText(actual, decimals));
  return expected !== undefined && shown !== undefined && compareFractions(expected, shown) === 0;
}

function judgeStandard({ standard, status }: StandardExpectation, { standards }: Outcome): Verdict {
  const replies = (standards ?? []).filter(({ id }) => id === standard);
  const reached = standardStatus(replies);
  const words = replies.map(
    ({ event, status: each, missing }) =>
      `${event} ${each}${missing ? ` without ${missing.join(', ')}` : ''}`,
  );
  return {
    ok: status === undefined ? replies.length > 0 : status === reached,
    actual: replies.length === 0 ? `${standard} asks for nothing` : `${standard}: ${words.join('; ')}`,
  };
}

function standardStatus(replies: readonly StandardOutcome[]): string {
  if (replies.length === 0) return 'not-applicable';
  if (replies.some(({ status }) => status === 'breached')) return 'breached';
  return replies.every(({ status }) => status === 'met') ? 'met' : 'not-assessed';
}

function judgeReport({ report, due }: ReportExpectation, { reports }: Summary): Verdict {
  const owed = (reports ?? []).filter((each) => each.report === report);
  const ok = owed.some((each) => !due || isWithin(each.due, due));
  const words = owed.map((each) => `for ${each.window} until ${each.until} due ${each.due}`);
  return { ok, actual: owed.length === 0 ? `${report} is not owed` : `${report} ${words.join('; ')}` };
}

function summaryOf(engine: Engine, outcome: Outcome): Summary {
  return summarize(engine, tally(engine, emptyTally(), outcome));
}
