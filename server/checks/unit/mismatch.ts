import type { Rule } from '../rule.ts';

export const unitMismatch: Rule = {
  code: 'unit/mismatch',
  title: 'Two durations that are counted differently',
  severity: 'error',
  explain:
    'Business hours are not hours and business days are not days: without knowing the calendar and the ' +
    "instant neither can be turned into the other. What is compared with a benchmark's own clock must " +
    'be measured as that clock measures.',
  remedy: 'Write the duration in the measure that the message names.',
  failing: `
events received, resolved, held, released
state on-hold from held until released
benchmark resolve {
  from   received until resolved
  pauses while on-hold up to <|48 hours|>
  within 10 days
}
`,
  passing: `
events received, resolved, held, released
state on-hold from held until released
benchmark resolve {
  from   received until resolved
  pauses while on-hold up to 2 days
  within 10 days
}
`,
  run: { when: 'typing' },
};
