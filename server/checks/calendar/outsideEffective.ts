import { policyFacts } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const calendarOutsideEffective: Rule = {
  code: 'calendar/outside-effective',
  title: 'A date before the policy is in force',
  severity: 'hint',
  explain:
    'The policy is in force from a certain day on, and this line of the calendar lies before it, where ' +
    'nothing is counted any more. That may be on purpose, where a calendar serves several policies, or ' +
    'a year that was not updated.',
  remedy: 'Check the year. A line that is no longer needed can be removed.',
  failing: `
events received
policy complaints {
  version     "1"
  effective   2026-07-01 until 2027-06-30
  timezone    Australia/Sydney
  begins with received
}
calendar office {
  open   mon..fri 09:00-17:00
  closed <|2025-12-29..2026-01-02|> "shutdown"
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
calendar office {
  open   mon..fri 09:00-17:00
  closed 2026-12-29..2027-01-02 "shutdown"
}
`,
  run: inDeclarations(['calendar'], (declaration, { ask, report }) => {
    const from = ask(policyFacts, '')?.effectiveFrom;
    if (from === undefined) return;
    for (const clause of declaration.clauses) {
      const dates =
        clause.kind === 'open' ? clause.days : clause.kind === 'closed' ? clause.closing : undefined;
      if (dates?.kind !== 'dates' || dates.to.value >= from) continue;
      report(
        { start: dates.from.start, end: dates.to.end },
        `The policy is in force from ${from} on, so this line no longer matters. Is the year right?`,
      );
    }
  }),
};
