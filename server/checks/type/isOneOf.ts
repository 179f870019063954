import type { Rule } from '../rule.ts';

export const typeIsOneOf: Rule = {
  code: 'type/is-one-of',
  title: 'A value where a condition is needed',
  severity: 'error',
  explain:
    '`or` joins conditions. In `priority is urgent or high` the second part is only a value, and nobody ' +
    'can tell whether `high` was meant for the same field. The language has its own form for this.',
  remedy: 'Write `priority is one of urgent, high`; the fix does it.',
  failing: `
ticket { priority one of low, high, urgent }
events received, answered
benchmark answer {
  applies when priority is urgent or <|high|>
  from    received until answered
  within  2 days
}
`,
  passing: `
ticket { priority one of low, high, urgent }
events received, answered
benchmark answer {
  applies when priority is one of urgent, high
  from    received until answered
  within  2 days
}
`,
  run: { when: 'typing' },
};
