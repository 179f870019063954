import { amountOf } from '../../model/units.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const benchmarkZeroPeriod: Rule = {
  code: 'benchmark/zero-period',
  title: 'Something that repeats without time between',
  severity: 'error',
  explain: '`every` with no time at all would happen infinitely often at one instant.',
  remedy: 'Write how much time lies between two of them.',
  failing: `
events received, updated, answered
benchmark keep-informed {
  from  received until answered
  every <|0 days|> expects updated
}
`,
  passing: `
events received, updated, answered
benchmark keep-informed {
  from  received until answered
  every 5 days expects updated
}
`,
  run: inDeclarations(['benchmark', 'ladder'], (declaration, { report }) => {
    for (const clause of declaration.clauses) {
      const period =
        clause.kind === 'every'
          ? clause.period
          : clause.kind === 'rung' && clause.time.kind === 'every'
            ? clause.time.period
            : undefined;
      if (period && amountOf(period) === 0) report(period, 'Between two of them there must be some time.');
    }
  }),
};
