import type { AuditDef, MetricDef } from '../policy/quality.ts';
import { beginTicket } from '../simulation/beginTicket.ts';
import type { Engine } from '../simulation/engine.ts';
import { parseDate } from '../time/localDate.ts';
import { startOfDay } from '../time/zone.ts';
import { calculate, type Fraction, fractionOf } from '../value/fraction.ts';

/** What a policy asks of a tally, looked up by name. */
export interface TallyPlan {
  readonly metrics: ReadonlyMap<string, MetricDef>;
  /**
   * What a metric's target wants in a window, in the unit of what is measured, a share in percent points; undefined where
   * it cannot be had.
   */
  readonly wanted: (metric: string, target: number, window: string) => Fraction | undefined;
  /** By standard. */
  readonly audits: ReadonlyMap<string, AuditDef>;
  /** Whether something is to be reported, so that days are counted. */
  readonly reports: boolean;
  /** The remedies that come due when breaches repeat, and of what benchmark. */
  readonly repeated: ReadonlyMap<string, string>;
}

const plans = new WeakMap<Engine, TallyPlan>();

export function planOf(engine: Engine): TallyPlan {
  const known = plans.get(engine);
  if (known) return known;
  const { policy } = engine;
  const plan: TallyPlan = {
    metrics: new Map(policy.metrics.map((def) => [def.id, def])),
    wanted: remembered((metric, target, window) => wantedIn(engine, metric, target, window)),
    audits: new Map(policy.standards.flatMap(({ id, audits }) => (audits ? [[id, audits]] : []))),
    reports: policy.reports.length > 0,
    repeated: new Map(
      policy.remedies.flatMap(({ id, on }) => (on.kind === 'repetition' ? [[id, on.benchmark]] : [])),
    ),
  };
  plans.set(engine, plan);
  return plan;
}

/** There are as many as there are windows. */
function remembered(read: TallyPlan['wanted']): TallyPlan['wanted'] {
  const known = new Map<string, Fraction | undefined>();
  return (metric, target, window) => {
    const key = `${metric}|${target}|${window}`;
    if (!known.has(key)) known.set(key, read(metric, target, window));
    return known.get(key);
  };
}

/** A target is that of the window's first day, and no case is at hand: rates have a value there, fields have none. */
function wantedIn(engine: Engine, id: string, target: number, window: string): Fraction | undefined {
  const metric = engine.metrics.find(({ def }) => def.id === id);
  const day = parseDate(window);
  if (!metric || day === undefined) return undefined;
  const state = { ...beginTicket(engine, '', {}), now: startOfDay(engine.zone, day) };
  engine.settling.day = day;
  const value = metric.targets[target]?.value(state);
  engine.settling.day = undefined;
  if (value?.kind === 'span') return fractionOf(value.amount);
  if (value?.kind !== 'number') return undefined;
  return metric.def.measure.kind === 'share' ? calculate('*', value.value, fractionOf(100)) : value.value;
}
