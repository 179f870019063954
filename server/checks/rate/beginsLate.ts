import { policyFacts } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const rateBeginsLate: Rule = {
  code: 'rate/begins-late',
  title: 'A rate that begins after the policy',
  severity: 'information',
  explain:
    'The first line of the rate holds from a date after the policy came into force. Before that date there is no ' +
    'value, and what is owed for those days cannot be told: it is nothing, with a finding. Sometimes nobody knows an ' +
    'older value any more; then that is what this says.',
  remedy: 'Add a line with the value that held when the policy came into force.',
  failing: `
events received
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  currency    AUD
  begins with received
}
rate daily-credit by received {
  from <|2026-10-01|>  10.34 AUD
  from 2027-04-01  10.70 AUD
}
`,
  passing: `
events received
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  currency    AUD
  begins with received
}
rate daily-credit by received {
  from 2026-04-01  10.34 AUD
  from 2027-04-01  10.70 AUD
}
`,
  run: inDeclarations(['rate'], (declaration, { ask, broken, report }) => {
    const begins = ask(policyFacts, '')?.effectiveFrom;
    const lines = declaration.clauses.filter((clause) => clause.kind === 'rate-line');
    const dates = lines.flatMap(({ from }) => (from ? [from] : []));
    const [first] = [...dates].sort((a, b) => (a.value < b.value ? -1 : 1));
    if (broken || begins === undefined || !first || dates.length < lines.length) return;
    if (first.value <= begins) return;
    report(
      first,
      `The policy is in force from ${begins} on, and \`${declaration.name.text}\` has no value before ${first.value}.`,
    );
  }),
};
