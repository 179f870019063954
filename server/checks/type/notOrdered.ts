import type { Rule } from '../rule.ts';

export const typeNotOrdered: Rule = {
  code: 'type/not-ordered',
  title: 'More or less, of something without an order',
  severity: 'error',
  explain:
    '`at least`, `at most`, `more than`, `less than` and `raise` need values that have an order. The ' +
    'values of a `one of` field have one only where it is declared with `<`; texts and flags never have ' +
    'one, and dates are compared with `before` and `after`.',
  remedy: 'Declare the values in order, `one of low < normal < high`, or compare with `is` or `is one of`.',
  failing: `
ticket { priority one of low, normal, high }
events received, answered
benchmark answer {
  applies when <|priority|> at least normal
  from    received until answered
  within  2 days
}
`,
  passing: `
ticket { priority one of low < normal < high }
events received, answered
benchmark answer {
  applies when priority at least normal
  from    received until answered
  within  2 days
}
`,
  run: { when: 'typing' },
};
