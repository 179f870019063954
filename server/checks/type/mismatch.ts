import type { Rule } from '../rule.ts';

export const typeMismatch: Rule = {
  code: 'type/mismatch',
  title: 'Two things that do not go together',
  severity: 'error',
  explain:
    'Money is not a number, a date is not a text, and a percentage is not an amount: what is compared, ' +
    'added or given must be of the same type. Otherwise the outcome would depend on how a machine ' +
    'happens to convert it.',
  remedy: 'Write a value of the type the message names, or compare with another field.',
  failing: `
ticket { monthly-fee money }
events received, answered
benchmark answer {
  applies when monthly-fee more than <|50|>
  from    received until answered
  within  2 days
}
`,
  passing: `
ticket { monthly-fee money }
events received, answered
benchmark answer {
  applies when monthly-fee more than 50 AUD
  from    received until answered
  within  2 days
}
`,
  run: { when: 'typing' },
};
