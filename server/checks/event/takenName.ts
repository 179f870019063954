import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

/** What an entry of a ticket has already, beside the event's data. */
const taken: Readonly<Record<string, string>> = {
  id: 'by which an event that is told twice is one event',
  at: 'for the instant',
  is: 'for the event',
  by: 'for who did it',
  set: 'for changes of fields',
};

export const eventTakenName: Rule = {
  code: 'event/taken-name',
  title: 'Data with a name that every entry has already',
  severity: 'error',
  explain:
    "In a ticket an event's data stand beside what every entry has: `at`, `is`, `by`, `set` and `id`. A datum of one " +
    'of these names could never be given: the `id` of two events would make them one, for example.',
  remedy: 'Give it a name that says whose it is: `survey-id`.',
  failing: `
event survey-answered { <|id|> text  score number 0..10 }
`,
  passing: `
event survey-answered { survey-id text  score number 0..10 }
`,
  run: inDeclarations(['event'], (declaration, { report }) => {
    for (const { name } of declaration.clauses)
      if (Object.hasOwn(taken, name.text))
        report(
          name,
          `Every entry of a ticket has \`${name.text}\` already, ${taken[name.text]}. Name it \`${declaration.name.text}-${name.text}\`, say.`,
        );
  }),
};
