import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const calendarUnknownHolidays: Rule = {
  code: 'calendar/unknown-holidays',
  title: 'A kind of holiday that does not exist',
  severity: 'error',
  explain:
    'Holidays are `public`, `bank`, `school`, `optional` or `observance`; without a kind, the public ' +
    'ones count. Another word would select no holiday at all, and every one of them would count as a ' +
    'business day.',
  remedy: 'Write one of these kinds, or leave `of` out for the public holidays.',
  failing: `
calendar office {
  open   mon..fri 09:00-17:00
  closed holidays AU-NSW of <|publik|>
}
`,
  passing: `
calendar office {
  open   mon..fri 09:00-17:00
  closed holidays AU-NSW of public, bank
}
`,
  run: inDeclarations(['calendar'], (declaration, { report }) => {
    for (const clause of declaration.clauses) {
      if (clause.kind !== 'closed' || clause.closing.kind !== 'holidays') continue;
      for (const type of clause.closing.types)
        if (!kinds.includes(type.text))
          report(type, `\`${type.text}\` is no kind of holiday. Write one of ${kinds.join(', ')}.`);
    }
  }),
};

/** As date-holidays calls them. */
const kinds: readonly string[] = ['public', 'bank', 'school', 'optional', 'observance'];
