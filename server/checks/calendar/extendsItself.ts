import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { extendsItself } from './bases.ts';

export const calendarExtendsItself: Rule = {
  code: 'calendar/extends-itself',
  title: 'A calendar that extends itself',
  severity: 'error',
  explain:
    'A calendar begins with the rules of the one it extends. This one leads back to itself, so there is ' +
    'nothing to begin with.',
  remedy: 'Extend another calendar, or write the hours here.',
  failing: `
calendar office extends <|branch|> { open mon..fri 09:00-17:00 }
calendar branch extends <|office|> { open sat 09:00-12:00 }
`,
  passing: `
calendar office { open mon..fri 09:00-17:00 }
calendar branch extends office { open sat 09:00-12:00 }
`,
  run: inDeclarations(['calendar'], (declaration, { ask, report }) => {
    if (!declaration.base || !ask(extendsItself, declaration.name.text)) return;
    report(
      declaration.base,
      `\`${declaration.name.text}\` extends itself, by way of \`${declaration.base.text}\`.`,
    );
  }),
};
