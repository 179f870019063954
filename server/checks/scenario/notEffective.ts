import { policyFacts } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const scenarioNotEffective: Rule = {
  code: 'scenario/not-effective',
  title: 'A case that begins when the policy is not in force',
  severity: 'warning',
  explain:
    'A ticket is governed by the version in force at its first event. The first event of this scenario ' +
    'lies outside of the days on which the policy is in force, so what the scenario shows holds for no ' +
    'real ticket.',
  remedy: 'Move the scenario into the effective dates, or correct these.',
  failing: `
events received, answered
policy complaints {
  version     "1"
  effective   2026-07-01 until 2027-06-30
  timezone    Australia/Sydney
  begins with received
}
benchmark answer {
  from   received until answered
  within 2 days
}
scenario "Too early" {
  <|2026-06-30 09:00|>  received
  expect answer running
}
`,
  passing: `
events received, answered
policy complaints {
  version     "1"
  effective   2026-07-01 until 2027-06-30
  timezone    Australia/Sydney
  begins with received
}
benchmark answer {
  from   received until answered
  within 2 days
}
scenario "In time" {
  2026-07-01 09:00  received
  expect answer running
}
`,
  run: inDeclarations(['scenario'], (declaration, { ask, report }) => {
    const first = declaration.clauses.find((clause) => clause.kind === 'happens');
    const policy = ask(policyFacts, '');
    if (!first || !policy?.effectiveFrom || first.at.kind !== 'date-time') return;
    const { effectiveFrom: from, effectiveUntil: until } = policy;
    if (first.at.date >= from && (until === undefined || first.at.date <= until)) return;
    report(
      first.at,
      `The policy is in force from ${from}${until === undefined ? ' on' : ` until ${until}`}: a case that begins on ${first.at.date} is not governed by it.`,
      {
        symbols: [{ symbol: { kind: 'policy', name: policy.name }, message: 'The policy and its dates' }],
      },
    );
  }),
};
