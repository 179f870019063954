import type { AnsweredTarget, MetricOutcome } from '../outcome.ts';
import type { MeasureDef } from '../policy/quality.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { decimalTextOf } from '../value/decimal.ts';
import type { Comparable } from './amounts.ts';
import type { Context } from './context.ts';
import type { Engine } from './engine.ts';
import type { EventEntry } from './entries.ts';
import { groupOf, windowAt } from './groups.ts';
import type { LoadedMetric } from './loadMetrics.ts';
import { statusOf } from './run.ts';
import type { Answer, State, StateFinding } from './state.ts';

/** Keeps what an event answers to the metrics that ask it. */
export function hearAnswers({ engine, state }: Context, { event, at, path }: EventEntry): void {
  const metrics = engine.metricsOn.get(event);
  if (!metrics) return;
  for (const metric of metrics) {
    const data = state.events[event]?.data ?? {};
    if (!metric.needs.every((field) => Object.hasOwn(data, field))) continue;
    const answer = answerOf(metric, state, at);
    if (answer === 'other unit') state.findings.push({ ...otherUnit(metric, at), path });
    else if (answer) state.answers![metric.index]!.push(answer);
  }
}

/** What a ticket answers to the policy's metrics, in their order. */
export function metricOutcomes({ engine, state }: Context): {
  metrics: MetricOutcome[];
  findings: StateFinding[];
} {
  const metrics: MetricOutcome[] = [];
  const findings: StateFinding[] = [];
  for (const metric of engine.metrics) {
    for (const answer of answersTo(engine, state, metric)) {
      if (answer === 'other unit') findings.push(otherUnit(metric, state.now));
      else
        metrics.push({
          id: metric.def.id,
          at: formatInstant(engine.zone, answer.at),
          holds: answer.holds,
          value: answer.value,
          targets: targetsOf(engine, state, metric, answer.at),
        });
    }
  }
  return { metrics, findings };
}

function otherUnit({ def }: LoadedMetric, at: Instant | null): StateFinding {
  return {
    rule: 'metric/other-unit',
    at,
    message: `This answer is in another unit than ${def.id} counts, so it is left out.`,
    source: def.source,
    ...(def.cites !== undefined && { cites: def.cites }),
  };
}

/** When the case began; undefined before that. */
export function beganAt({ policy }: Engine, state: State): Instant | undefined {
  if (!state.began) return undefined;
  if (policy.begins !== undefined) return state.events[policy.begins]?.first;
  return Object.values(state.events).reduce((least, { first }) => Math.min(least, first), state.now!);
}

function answersTo(engine: Engine, state: State, metric: LoadedMetric): readonly (Answer | 'other unit')[] {
  if (metric.def.from !== undefined) return state.answers?.[metric.index] ?? [];
  const began = beganAt(engine, state);
  if (began === undefined || !metric.measures.every((index) => hasEnded(state, index))) return [];
  const answer = answerOf(metric, state, began);
  return answer === undefined ? [] : [answer];
}

/** Whether the latest run that applies has come to its verdict and its stop. */
function hasEnded(state: State, index: number): boolean {
  const run = state.benchmarks[index]!.runs.filter((candidate) => candidate.applies).at(-1);
  if (!run || run.stopped === null) return false;
  const status = statusOf(run);
  return status === 'met' || status === 'breached';
}

function answerOf(metric: LoadedMetric, state: State, at: Instant): Answer | 'other unit' | undefined {
  if (metric.applies && !metric.applies(state)) return undefined;
  const { measure } = metric.def;
  if (measure.kind === 'share' || measure.kind === 'count')
    return { at, holds: metric.where?.(state) ?? true };
  const read = metric.of?.(state);
  if (!read) return undefined;
  const value = valueIn(measure, read);
  return value === undefined ? 'other unit' : { at, value };
}

/** Decimal text in the unit that is measured; undefined for another unit. */
function valueIn(measure: MeasureDef, read: Comparable): string | undefined {
  const unit = 'unit' in measure ? measure.unit : 'number';
  const currency = 'currency' in measure ? measure.currency : undefined;
  if (read.kind === 'span') return unit === (read.inDays ? 'days' : 'ms') ? String(read.amount) : undefined;
  if (read.kind !== 'number' || read.currency !== currency) return undefined;
  return unit === 'number' || unit === 'money' ? decimalTextOf(read.value) : undefined;
}

function targetsOf(engine: Engine, state: State, metric: LoadedMetric, at: Instant): AnsweredTarget[] {
  return metric.targets.flatMap(({ def, when }, target) => {
    if (when && !when(state)) return [];
    const moment = def.by === undefined ? at : state.events[def.by]?.latest;
    if (moment === undefined) return [];
    return [{ target, window: windowAt(engine, def.window, moment), group: groupOf(engine, state, def.per) }];
  });
}
