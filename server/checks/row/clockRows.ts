import type { BenchmarkDeclaration, WithinClause } from '../../../grammar/ast.ts';
import type { Expressions } from '../../compile/expressions.ts';
import type { Condition } from '../../engine/policy.ts';
import type { Declared } from '../../model/program.ts';
import { amountOf, type Measure, measureOf } from '../../model/units.ts';

/** A benchmark's rows with their conditions as the engine reads them. */
export interface ClockRows {
  readonly rows: readonly {
    readonly clause: WithinClause;
    readonly when?: Condition;
    readonly time: RowTime | undefined;
  }[];
  readonly domain: readonly Condition[];
}

export function clockRows(declared: Declared<BenchmarkDeclaration>, expressions: Expressions): ClockRows {
  const { clauses } = declared.declaration;
  return {
    rows: clauses.flatMap((clause) => {
      if (clause.kind !== 'within') return [];
      const { when } = clause;
      const compiled = when && when.kind !== 'otherwise' ? expressions.condition(declared, when) : undefined;
      return [{ clause, ...(compiled && { when: compiled }), time: timeOf(clause) }];
    }),
    domain: clauses.flatMap((clause) =>
      clause.kind === 'applies' ? [expressions.condition(declared, clause.condition)] : [],
    ),
  };
}

/** So much of one measure. */
export interface RowTime {
  readonly measure: Measure;
  readonly amount: number;
}

/** How much time a row gives, where it is one count that nothing else shortens. */
export function timeOf({ deadline }: WithinClause): RowTime | undefined {
  const { item } = deadline;
  if (item.kind !== 'duration') return undefined;
  const measure = measureOf(item);
  const amount = amountOf(item);
  return measure === undefined || amount === undefined ? undefined : { measure, amount };
}
