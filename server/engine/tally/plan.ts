import type { AuditDef, MetricDef } from '../policy/quality.ts';
import type { Policy } from '../policy.ts';
import { type Fraction, parseDecimal } from '../value/fraction.ts';

/** What a policy asks of a tally, looked up by name. */
export interface TallyPlan {
  readonly metrics: ReadonlyMap<string, { readonly def: MetricDef; readonly wanted: readonly Fraction[] }>;
  /** By standard. */
  readonly audits: ReadonlyMap<string, AuditDef>;
  /** Whether something is to be reported, so that days are counted. */
  readonly reports: boolean;
  /** The remedies that come due when breaches repeat, and of what benchmark. */
  readonly repeated: ReadonlyMap<string, string>;
}

const plans = new WeakMap<Policy, TallyPlan>();

export function planOf(policy: Policy): TallyPlan {
  const known = plans.get(policy);
  if (known) return known;
  const plan: TallyPlan = {
    metrics: new Map(
      policy.metrics.map((def) => [
        def.id,
        { def, wanted: def.targets.map(({ value }) => parseDecimal(value) ?? { n: 0n, d: 1n }) },
      ]),
    ),
    audits: new Map(policy.standards.flatMap(({ id, audits }) => (audits ? [[id, audits]] : []))),
    reports: policy.reports.length > 0,
    repeated: new Map(
      policy.remedies.flatMap(({ id, on }) => (on.kind === 'repetition' ? [[id, on.benchmark]] : [])),
    ),
  };
  plans.set(policy, plan);
  return plan;
}
