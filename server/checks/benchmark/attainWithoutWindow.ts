import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const benchmarkAttainWithoutWindow: Rule = {
  code: 'benchmark/attain-without-window',
  title: 'A percentage of nothing in particular',
  severity: 'warning',
  explain:
    'A percentage is reached or missed over a period: without one, a bad year hides behind all good years before it, ' +
    'and nobody can say when it was missed.',
  remedy:
    'Say the period: `each month`, `each quarter`, `each year starting 1 July`; and often a least number, `over at least 50 tickets`.',
  failing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
  <|attain at least 95%|>
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
  attain at least 95% each quarter over at least 50 tickets
}
`,
  run: inDeclarations(['benchmark'], (declaration, { broken, report }) => {
    if (broken) return;
    for (const clause of declaration.clauses)
      if (clause.kind === 'attain' && !clause.window)
        report(clause, 'Over which period? Add `each month`, `each quarter` or `each year`.');
  }),
};
