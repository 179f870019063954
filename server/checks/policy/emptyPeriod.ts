import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const policyEmptyPeriod: Rule = {
  code: 'policy/empty-period',
  title: 'Dates in force that hold no day',
  severity: 'error',
  explain:
    '`effective` names the first and the last day in force. When the last day is before the first one, ' +
    'it is never in force and no ticket is governed by it.',
  remedy: 'Correct one of the two dates, or leave `until` out.',
  failing: `
events received
policy complaints {
  version     "1"
  effective   2026-07-01 until <|2026-06-30|>
  timezone    Australia/Sydney
  begins with received
}
`,
  passing: `
events received
policy complaints {
  version     "1"
  effective   2026-07-01 until 2027-06-30
  timezone    Australia/Sydney
  begins with received
}
`,
  run: inDeclarations(['policy', 'regulation'], (declaration, { report }) => {
    for (const clause of declaration.clauses) {
      if (clause.kind !== 'effective' || !clause.until || clause.until.value >= clause.from.value) continue;
      report(
        clause.until,
        `The last day in force, ${clause.until.value}, is before the first, ${clause.from.value}.`,
      );
    }
  }),
};
