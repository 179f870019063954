import { policyFacts } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { openingsOf, opensInForce } from './bases.ts';

export const calendarNeverOpens: Rule = {
  code: 'calendar/never-opens',
  title: 'A calendar that never opens',
  severity: 'error',
  explain:
    'The calendar has no opening hours, neither its own nor from a calendar that it extends, or only on dates on which the policy is not in force. It has no ' +
    'business days, so a deadline counted in it would never come.',
  remedy: 'Add `open` with days and hours, or extend a calendar that has some.',
  failing: `
calendar <|office|> {
  closed holidays AU-NSW
}
`,
  passing: `
calendar office {
  open   mon..fri 09:00-17:00
  closed holidays AU-NSW
}
`,
  run: inDeclarations(['calendar'], (declaration, { broken, ask, report }) => {
    const { text } = declaration.name;
    const openings = ask(openingsOf, text);
    if (broken || opensInForce(openings, ask(policyFacts, ''))) return;
    const when = openings.dates.length > 0 ? 'never opens while the policy is in force' : 'never opens';
    report(
      declaration.name,
      `\`${text}\` ${when}, so nothing counted in it ever falls due. Add its hours: \`open mon..fri 09:00-17:00\`.`,
    );
  }),
};
