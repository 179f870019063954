import type { MetricOutcome } from '../outcome.ts';
import type { MeasureDef, MetricDef } from '../policy/quality.ts';
import { decimalOf, unitsOf } from '../value/decimal.ts';
import { type Fraction, parseDecimal } from '../value/fraction.ts';
import { entry } from './entry.ts';
import { addHistogram, addValue, emptyHistogram, type Histogram } from './histogram.ts';
import type { TallyPlan } from './plan.ts';
import { type Bound, satisfies } from './verdict.ts';

/** Answers, or tickets, of one window and group. */
export interface MetricTally {
  answers: number;
  /**
   * Of them: those for which the condition holds, promoters less detractors, or values that are as the target wants
   * them.
   */
  counted: number;
  /** Of all values, decimal text, for an average. */
  sum?: string;
  /** For a percentile. */
  values?: Histogram;
}

/** Adds an answer under each target for which it counts, in place. */
export function countAnswer(
  { metrics, wanted }: TallyPlan,
  tallies: Record<string, MetricTally>,
  answer: MetricOutcome,
): void {
  const metric = metrics.get(answer.id);
  if (!metric) return;
  const { id, measure, targets } = metric;
  if (targets.length === 0) countUntargeted(metric, tallies, answer);
  for (const { target, window, group } of answer.targets) {
    const into = entry(tallies, `${id}|${target}|${window}|${group ?? ''}`, () => empty(measure));
    const bound = measure.kind === 'percentile' ? wanted(id, target, window) : undefined;
    add(measure, into, answer, targets[target]!.operator, bound);
  }
}

/** Adds an answer to a metric without windows, in place. */
export function countUntargeted(
  { id, measure }: MetricDef,
  tallies: Record<string, MetricTally>,
  answer: MetricOutcome,
): void {
  const into = entry(tallies, `${id}|0||`, () => empty(measure));
  add(measure, into, answer);
}

/** Adds the tally of one window and group, in place. */
export function mergeMetric(tallies: Record<string, MetricTally>, key: string, from: MetricTally): void {
  const into = tallies[key];
  if (!into) {
    tallies[key] = structuredClone(from);
    return;
  }
  into.answers += from.answers;
  into.counted += from.counted;
  if (from.sum !== undefined) into.sum = sumOf(into.sum, from.sum);
  if (into.values && from.values) addHistogram(into.values, from.values);
}

function empty({ kind }: MeasureDef): MetricTally {
  return {
    answers: 0,
    counted: 0,
    ...(kind === 'average' && { sum: '0' }),
    ...(kind === 'percentile' && { values: emptyHistogram() }),
  };
}

function add(
  { kind }: MeasureDef,
  into: MetricTally,
  { holds, value = '0' }: MetricOutcome,
  operator?: Bound,
  wanted?: Fraction,
): void {
  into.answers++;
  switch (kind) {
    case 'share':
    case 'count':
      if (holds) into.counted++;
      return;
    case 'nps':
      into.counted += promotes(value);
      return;
    case 'average':
      into.sum = sumOf(into.sum, value);
      return;
    case 'percentile':
      addValue(into.values!, value, 1);
      if (operator && wanted && satisfies(operator, parseDecimal(value)!, wanted)) into.counted++;
  }
}

/** Nine and ten promote, nought to six detract; the scale is fixed by those who devised the measure. */
function promotes(value: string): number {
  const score = Number(value);
  return score >= 9 ? 1 : score <= 6 ? -1 : 0;
}

function sumOf(a: string | undefined, b: string): string {
  return decimalOf(unitsOf(a ?? '0') + unitsOf(b));
}
