import type { Rule } from '../rule.ts';

export const valueUnknown: Rule = {
  code: 'value/unknown',
  title: 'A word that is none of the values',
  severity: 'error',
  explain:
    'What is compared with a `one of` field, or given to it, must be one of the values the field ' +
    'declares. A comparison with any other word could never hold, and a row with it would never be ' +
    'chosen.',
  remedy: 'Write one of the declared values, or add the value to the field.',
  failing: `
ticket { channel one of phone, email }
events received, answered
benchmark answer {
  applies when channel is <|e-mail|>
  from    received until answered
  within  2 days
}
`,
  passing: `
ticket { channel one of phone, email }
events received, answered
benchmark answer {
  applies when channel is email
  from    received until answered
  within  2 days
}
`,
  run: { when: 'typing' },
};
