import type { MetricOutcome } from '../outcome.ts';
import type { MetricDef, MetricTargetDef, MetricUnit } from '../policy/quality.ts';
import type { Policy } from '../policy.ts';
import type { Engine } from '../simulation/engine.ts';
import { calculate, type Fraction, fractionOf, parseDecimal } from '../value/fraction.ts';
import { percentileOf } from './histogram.ts';
import { countUntargeted, type MetricTally } from './metricTally.ts';
import { planOf } from './plan.ts';
import { cutText, percentOf, satisfies, type Verdict, wantedOf } from './verdict.ts';
import { windowRows, withPrevious } from './windowRows.ts';

export interface MetricSummary {
  metric: string;
  /** `share`, `average`, `percentile 95` … */
  measure: string;
  /** As written; absent for a metric without a target. */
  target?: string;
  /** The first day of its window. */
  window?: string;
  group?: string;
  /**
   * What was counted: those for which the condition holds, promoters less detractors, the sum of the values, or the
   * values that are as the target wants them.
   */
  numerator: string;
  /** Answers, or tickets. */
  denominator: number;
  /** Cut to hundredths, for reading only; the verdict compares fractions. Absent where there is nothing to go by. */
  value?: string;
  unit: MetricUnit | 'percent';
  currency?: string;
  /** Since the window before, cut alike; absent in the first. */
  change?: string;
  /** Absent without a target. */
  verdict?: Verdict;
}

/** By metric and target in the policy's order, then by window and group. */
export function metricSummaries(
  engine: Engine,
  counted: Readonly<Record<string, MetricTally>>,
): MetricSummary[] {
  return metricRows(engine, counted).map(summaryOf);
}

function summaryOf(row: MetricRow): MetricSummary {
  const { metric, target, window, group, counts, value, before, verdict } = row;
  return {
    metric: metric.id,
    measure: measureWords(metric),
    ...(target && { target: target.text }),
    ...(window !== '' && { window }),
    ...(target?.per !== undefined && { group }),
    numerator: counts.sum ?? String(counts.counted),
    denominator: counts.answers,
    ...(value && { value: shownValue(metric, value) }),
    ...unitOf(metric),
    ...(value && before && { change: shownValue(metric, calculate('-', value, before)!) }),
    ...(verdict && { verdict }),
  };
}

export interface MetricRow {
  metric: MetricDef;
  target: MetricTargetDef | undefined;
  /** What the target wants in this window. */
  wanted: Fraction | undefined;
  window: string;
  group: string;
  counts: MetricTally;
  /** And that of the window before. */
  value: Fraction | undefined;
  before: Fraction | undefined;
  verdict: Verdict | undefined;
}

/** The same with exact values. */
export function metricRows(engine: Engine, counted: Readonly<Record<string, MetricTally>>): MetricRow[] {
  const plan = planOf(engine);
  const rows = windowRows(counted);
  return engine.policy.metrics.flatMap((metric) => {
    const own = rows.filter((row) => row.id === metric.id);
    const targets = metric.targets.length > 0 ? metric.targets : [undefined];
    return targets.flatMap((target, clause) =>
      withPrevious(own.filter((row) => row.clause === clause)).map(({ row, previous }) => {
        const wanted = target && plan.wanted(metric.id, clause, row.window);
        return {
          metric,
          target,
          wanted,
          window: row.window,
          group: row.group,
          counts: row.counts,
          value: valueIn(metric, row.counts),
          before: previous && valueIn(metric, previous.counts),
          verdict: target && wanted && verdictOf(metric, target, wanted, row.counts),
        };
      }),
    );
  });
}

/** A metric over some answers, whatever their windows; undefined without any. */
export function metricOver(
  { metrics }: Policy,
  id: string,
  answers: readonly MetricOutcome[],
): { summary: MetricSummary; exact: Fraction | undefined } | undefined {
  const metric = metrics.find((each) => each.id === id);
  const tallies: Record<string, MetricTally> = {};
  if (metric) for (const answer of answers) countUntargeted(metric, tallies, answer);
  const [counts] = Object.values(tallies);
  if (!metric || !counts) return undefined;
  const exact = valueIn(metric, counts);
  const none = { target: undefined, wanted: undefined, before: undefined, verdict: undefined };
  return { summary: summaryOf({ metric, counts, value: exact, window: '', group: '', ...none }), exact };
}

/** Exactly, but for a percentile of more different values than are kept. */
function valueIn(
  { measure }: MetricDef,
  { answers, counted, sum, values }: MetricTally,
): Fraction | undefined {
  switch (measure.kind) {
    case 'count':
      return fractionOf(counted);
    case 'share':
    case 'nps':
      return answers === 0 ? undefined : percentOf(counted, answers);
    case 'average':
      return calculate('/', parseDecimal(sum ?? '0')!, fractionOf(answers));
    case 'percentile': {
      const text = values && percentileOf(values, wantedOf(measure.rank));
      return text === undefined ? undefined : parseDecimal(text);
    }
  }
}

function verdictOf(
  metric: MetricDef,
  target: MetricTargetDef,
  wanted: Fraction,
  counts: MetricTally,
): Verdict {
  const { measure } = metric;
  const { answers, counted } = counts;
  if (answers < (target.over ?? 0) || (answers === 0 && measure.kind !== 'count')) return 'too few';
  const attained =
    measure.kind === 'percentile'
      ? percentileAttained(wantedOf(measure.rank), target, counted, answers)
      : satisfies(target.operator, valueIn(metric, counts)!, wanted);
  return attained ? 'attained' : 'missed';
}

/**
 * Exactly, whatever values are kept: the percentile is at most X where at least that share of values is at most X, and
 * it is at least X where less than that share lies below X.
 */
function percentileAttained(
  rank: Fraction,
  { operator }: MetricTargetDef,
  counted: number,
  answers: number,
): boolean {
  if (operator === 'at most' || operator === 'less than')
    return satisfies('at least', percentOf(counted, answers), rank);
  return satisfies('less than', percentOf(answers - counted, answers), rank);
}

function measureWords({ measure }: MetricDef): string {
  return measure.kind === 'percentile' ? `percentile ${measure.rank}` : measure.kind;
}

function unitOf({ measure }: MetricDef): Pick<MetricSummary, 'unit' | 'currency'> {
  if ('unit' in measure)
    return { unit: measure.unit, ...(measure.currency !== undefined && { currency: measure.currency }) };
  return { unit: measure.kind === 'share' ? 'percent' : 'number' };
}

/** Whole where it is counted in wholes. */
export function shownValue({ measure }: MetricDef, value: Fraction): string {
  const whole = measure.kind === 'count' || ('unit' in measure && measure.unit === 'ms');
  return cutText(value, whole ? 0 : 2);
}
