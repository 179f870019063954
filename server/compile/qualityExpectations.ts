import type * as ast from '../../grammar/ast.ts';
import type { Policy } from '../engine/policy.ts';
import { durationOf } from './durations.ts';
import type { Expected, When } from './expectation.ts';
import type { ExpectedValue, QualityExpectation } from './qualityExpectation.ts';
import type { Scope } from './scope.ts';

/** What an `expect` line says of a metric, an attainment, a standard or a report; undefined for other subjects. */
export function compileQualityExpectation(
  scope: Scope,
  { kind, id }: { readonly kind: string; readonly id: string },
  facts: readonly ast.ExpectFact[],
  policy: Policy,
  common: Expected,
  whenOf: (scope: Scope, time: ast.ScenarioTime) => When | undefined,
): QualityExpectation | undefined {
  const value = valueOfFacts(scope, facts);
  const status = facts.find((fact) => fact.kind === 'status')?.status;
  const due = facts.find((fact) => fact.kind === 'due');
  switch (kind) {
    case 'metric':
      if (!policy.metrics.some((metric) => metric.id === id)) return undefined;
      return { kind, metric: id, ...(value && { value }), ...(status && { status }), ...common };
    case 'benchmark':
      if (!value || !policy.benchmarks.some((benchmark) => benchmark.id === id)) return undefined;
      return { kind: 'attainment', benchmark: id, value, ...common };
    case 'standard':
      if (!policy.standards.some((standard) => standard.id === id)) return undefined;
      return { kind, standard: id, ...(status && { status }), ...common };
    case 'report': {
      if (!policy.reports.some((report) => report.id === id)) return undefined;
      const when = due?.kind === 'due' ? whenOf(scope, due.at) : undefined;
      return { kind, report: id, ...(when && { due: when }), ...common };
    }
    default:
      return undefined;
  }
}

function valueOfFacts(scope: Scope, facts: readonly ast.ExpectFact[]): ExpectedValue | undefined {
  const amount = facts.find((fact) => fact.kind === 'amount')?.amount;
  switch (amount?.kind) {
    case 'percent':
    case 'number':
      return { amount: amount.value };
    case 'money':
      return { amount: amount.value, currency: amount.currency };
    case 'duration': {
      const duration = durationOf(amount, scope.placed.piece);
      return duration && { amount: String(duration.amount) };
    }
    default:
      return undefined;
  }
}
