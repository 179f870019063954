import type { Rule } from '../rule.ts';

export const unitCurrencies: Rule = {
  code: 'unit/currencies',
  title: 'Amounts in two currencies',
  severity: 'error',
  explain:
    'Amounts in different currencies cannot be compared, added, or chosen from: an exchange rate is no ' +
    'part of a policy.',
  remedy: 'Write both amounts in the same currency.',
  failing: `
ticket { fee money }
events received, answered
benchmark answer {
  applies when fee + 10 AUD more than <|20 USD|>
  from    received until answered
  within  2 days
}
`,
  passing: `
ticket { fee money }
events received, answered
benchmark answer {
  applies when fee + 10 AUD more than 20 AUD
  from    received until answered
  within  2 days
}
`,
  run: { when: 'typing' },
};
