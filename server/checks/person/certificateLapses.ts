import type { Duration } from '../../engine/policy.ts';
import { addMonths, formatDate, type LocalDay, parseDate } from '../../engine/time/localDate.ts';
import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const personCertificateLapses: Rule = {
  code: 'person/certificate-lapses',
  title: 'A certificate that lapses while the policy is in force',
  severity: 'information',
  explain:
    'The role wants the certificate refreshed, and this one runs out before the policy does. From then on whatever ' +
    'the person does in the role is a finding, `role/lapsed-certificate`. For people in a roster, `slapolicy roster` ' +
    'says who must refresh what by when.',
  remedy: 'Plan the refresher, and write the new date beside the old one when it is done.',
  failing: `
events received
policy complaints {
  version     "1"
  effective   2026-07-01 until 2027-06-30
  timezone    Australia/Sydney
  begins with received
}
role complaints-agent { requires certificate consumer-law refreshed every 12 months }
person ana is complaints-agent {
  <|certificate consumer-law since 2026-03-01|>
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
role complaints-agent { requires certificate consumer-law refreshed every 24 months }
person ana is complaints-agent {
  certificate consumer-law since 2026-03-01
}
`,
  run: {
    when: 'compiled',
    run: (policy, program, document, report) => {
      const until = policy.effective.until === undefined ? undefined : parseDate(policy.effective.until);
      if (until === undefined) return;
      for (const { declaration, document: at, placed } of program.declarations('person')) {
        if (at !== document) continue;
        const roles = policy.roles.filter(({ id }) => declaration.roles.some(({ text }) => text === id));
        for (const { requires, id } of roles)
          for (const { what, name, refreshed } of requires) {
            const holdings = declaration.clauses.filter(
              (clause) => clause.kind === what && clause.name.text === name && clause.since,
            );
            const last = holdings.sort((a, b) => (a.since!.value < b.since!.value ? -1 : 1)).at(-1);
            const given = last?.since && parseDate(last.since.value);
            const end = refreshed && given !== undefined ? lastDay(given, refreshed) : undefined;
            if (!last || end === undefined || end >= until) continue;
            report(
              placeIn(placed, last),
              `For \`${id}\` this runs out at the end of ${formatDate(end)}, and the policy is in force until ${policy.effective.until}. Plan the refresher.`,
            );
          }
      }
    },
  },
};

/** Undefined where it is counted in business time, which no certificate is. */
function lastDay(given: LocalDay, { measure, amount }: Duration): LocalDay | undefined {
  if (measure === 'months') return addMonths(given, amount);
  return measure === 'days' ? given + amount : undefined;
}
