import type { Rule } from '../rule.ts';

export const valueOutOfRange: Rule = {
  code: 'value/out-of-range',
  title: 'A number outside its bounds',
  severity: 'error',
  explain:
    'The field declares its least and its greatest number, and tickets outside of them are refused. A ' +
    'value outside can never occur.',
  remedy: 'Write a number within the bounds, or change the bounds of the field.',
  failing: `
ticket { score number 0..10 = <|11|> }
`,
  passing: `
ticket { score number 0..10 = 10 }
`,
  run: { when: 'typing' },
};
