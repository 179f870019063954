import type { Rule } from '../rule.ts';

export const unitMixed: Rule = {
  code: 'unit/mixed',
  title: 'A duration in units that cannot be added',
  severity: 'error',
  explain:
    'Hours run day and night, business hours only while a calendar is open, days are counted at their ' +
    'ends, and months have no fixed length. A duration that mixes these has no single meaning, so its ' +
    'units must all be counted by the same clock.',
  remedy: 'Write it in units of one kind, or state both with `later of` or `earlier of`.',
  failing: `
events received, answered
benchmark answer {
  from   received until answered
  within <|1 day 4 hours|>
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 28 hours
}
`,
  run: { when: 'typing' },
};
