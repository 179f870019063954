import type { Rule } from '../rule.ts';

export const nameUnknown: Rule = {
  code: 'name/unknown',
  title: 'A name that is declared nowhere',
  severity: 'error',
  explain:
    'Every name must be declared somewhere: an event in `events`, a field in `ticket`, a calendar, a ' +
    'role, a benchmark. A misspelled name would silently mean that a clock never starts or a condition ' +
    'never holds, so it is an error.',
  remedy:
    'Correct the name, declare it, or import the file that declares it. When one letter is off, the fix ' +
    'writes the name that was probably meant.',
  failing: `
events received, acknowledged
benchmark acknowledge {
  from   <|recieved|> until acknowledged
  within 2 days
}
`,
  passing: `
events received, acknowledged
benchmark acknowledge {
  from   received until acknowledged
  within 2 days
}
`,
  run: { when: 'typing' },
};
