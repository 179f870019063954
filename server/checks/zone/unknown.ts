import type {
  CalendarDeclaration,
  Code,
  PolicyDeclaration,
  RegulationDeclaration,
} from '../../../grammar/ast.ts';
import { isZone } from '../../compile/zones.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const zoneUnknown: Rule = {
  code: 'zone/unknown',
  title: 'A time zone that does not exist',
  severity: 'error',
  explain:
    'Zones are named as in the IANA database: a region and a city, `Australia/Sydney`, `Europe/Berlin`, ' +
    'or `UTC`. An unknown zone has no days and no times, so nothing can be counted in it.',
  remedy: 'Write the zone of the nearest large city, with its capitals.',
  failing: `
calendar office in <|Australia/Sidney|> { open mon..fri 09:00-17:00 }
`,
  passing: `
calendar office in Australia/Sydney { open mon..fri 09:00-17:00 }
`,
  run: inDeclarations(['policy', 'regulation', 'calendar'], (declaration, { report }) => {
    for (const zone of zonesOf(declaration))
      if (!isZone(zone.text))
        report(zone, `There is no time zone \`${zone.text}\`. Zones are written like \`Australia/Sydney\`.`);
  }),
};

function zonesOf(declaration: PolicyDeclaration | RegulationDeclaration | CalendarDeclaration): Code[] {
  if (declaration.kind === 'calendar') return declaration.zone ? [declaration.zone] : [];
  return declaration.clauses.flatMap((clause) => (clause.kind === 'timezone' ? [clause.zone] : []));
}
