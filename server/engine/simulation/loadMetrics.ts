import type { MetricDef, MetricTargetDef } from '../policy/quality.ts';
import type { Amount, Condition, Policy } from '../policy.ts';
import { type AmountReader, amountReader } from './amounts.ts';
import { type LoadedCondition, loadCondition } from './conditions.ts';
import type { Scope } from './scope.ts';

export interface LoadedMetric {
  readonly def: MetricDef;
  readonly index: number;
  readonly applies?: LoadedCondition;
  readonly where?: LoadedCondition;
  readonly of?: AmountReader;
  /** The data without which an occurrence of its event is no answer. */
  readonly needs: readonly string[];
  /** The benchmarks that it measures: what still runs has no value yet. */
  readonly measures: readonly number[];
  readonly targets: readonly LoadedTarget[];
}

export interface LoadedTarget {
  readonly def: MetricTargetDef;
  readonly value: AmountReader;
  readonly when?: LoadedCondition;
}

export function loadMetrics({ metrics }: Policy, scope: Scope): LoadedMetric[] {
  return metrics.map((def, index) => {
    const { measure } = def;
    const where = 'where' in measure ? measure.where : undefined;
    const of = 'of' in measure ? measure.of : undefined;
    return {
      def,
      index,
      ...(def.applies && { applies: loadCondition(def.applies, scope) }),
      ...(where && { where: loadCondition(where, scope) }),
      ...(of && { of: amountReader(of, scope) }),
      needs: [...new Set(dataRead(def.from, [...(where ? [where] : []), ...(of ? [of] : [])]))],
      measures: of ? benchmarksRead(of, scope) : [],
      targets: def.targets.map((target) => ({
        def: target,
        value: amountReader(target.value, scope),
        ...(target.when && { when: loadCondition(target.when, scope) }),
      })),
    };
  });
}

/** The data of an event that are compared or measured; what is only asked to be set may be missing. */
function dataRead(event: string | undefined, parts: readonly (Condition | Amount)[]): string[] {
  return parts.flatMap((part): string[] => {
    switch (part.kind) {
      case 'data':
        return part.event === event ? [part.field] : [];
      case 'compare':
      case 'binary':
        return dataRead(event, [part.left, part.right]);
      case 'one of':
        return dataRead(event, [part.left]);
      case 'and':
      case 'or':
      case 'choice':
        return dataRead(event, part.of);
      case 'not':
        return dataRead(event, [part.of]);
      default:
        return [];
    }
  });
}

function benchmarksRead(amount: Amount, scope: Scope): number[] {
  switch (amount.kind) {
    case 'elapsed': {
      const index = scope.benchmarkIndex.get(amount.benchmark);
      return index === undefined ? [] : [index];
    }
    case 'binary':
      return [...benchmarksRead(amount.left, scope), ...benchmarksRead(amount.right, scope)];
    case 'choice':
      return amount.of.flatMap((operand) => benchmarksRead(operand, scope));
    default:
      return [];
  }
}
