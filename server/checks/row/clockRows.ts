import type { BenchmarkDeclaration, DurationLiteral, WithinClause } from '../../../grammar/ast.ts';
import type { Expressions } from '../../compile/expressions.ts';
import type { Condition } from '../../engine/policy.ts';
import type { Declared } from '../../model/program.ts';
import { amountOf, type Measure, measureOf } from '../../model/units.ts';

/** A benchmark's rows with their conditions as the engine reads them. */
export interface ClockRows {
  readonly rows: readonly { readonly clause: WithinClause; readonly when?: Condition }[];
  readonly domain: readonly Condition[];
}

export function clockRows(declared: Declared<BenchmarkDeclaration>, expressions: Expressions): ClockRows {
  const { clauses } = declared.declaration;
  return {
    rows: clauses.flatMap((clause) => {
      if (clause.kind !== 'within') return [];
      const { when } = clause;
      const compiled = when && when.kind !== 'otherwise' ? expressions.condition(declared, when) : undefined;
      return [{ clause, ...(compiled && { when: compiled }) }];
    }),
    domain: clauses.flatMap((clause) =>
      clause.kind === 'applies' ? [expressions.condition(declared, clause.condition)] : [],
    ),
  };
}

/** How much time a row gives, where it is one count that nothing else shortens. */
export function timeOf({
  deadline,
}: WithinClause): { measure: Measure; amount: number; literal: DurationLiteral } | undefined {
  const { item } = deadline;
  if (item.kind !== 'duration') return undefined;
  const measure = measureOf(item);
  const amount = amountOf(item);
  return measure === undefined || amount === undefined ? undefined : { measure, amount, literal: item };
}
