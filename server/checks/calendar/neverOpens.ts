import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { opensAtAll } from './bases.ts';

export const calendarNeverOpens: Rule = {
  code: 'calendar/never-opens',
  title: 'A calendar that never opens',
  severity: 'error',
  explain:
    'The calendar has no opening hours, neither its own nor from a calendar that it extends. It has no ' +
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
    if (broken || declaration.clauses.some((clause) => clause.kind === 'open')) return;
    if (declaration.base && ask(opensAtAll, declaration.base.text)) return;
    report(
      declaration.name,
      `\`${declaration.name.text}\` never opens, so nothing counted in it ever falls due. Add \`open mon..fri 09:00-17:00\` or the hours it has.`,
    );
  }),
};
