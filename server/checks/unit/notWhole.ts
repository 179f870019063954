import type { Rule } from '../rule.ts';

export const unitNotWhole: Rule = {
  code: 'unit/not-whole',
  title: 'Half a day',
  severity: 'error',
  explain:
    'Days, business days, weeks, months and years are counted one by one, at their end, so half of one never comes. ' +
    'Hours are counted to the millisecond, and no finer.',
  remedy: 'Write a whole number, or the hours that are meant: `12 hours`, `4 business hours`.',
  failing: `
events received, answered
benchmark answer {
  from   received until answered
  within <|1.5 days|>
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 36 hours
}
`,
  run: { when: 'typing' },
};
