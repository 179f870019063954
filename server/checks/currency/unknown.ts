import type { Rule } from '../rule.ts';

export const currencyUnknown: Rule = {
  code: 'currency/unknown',
  title: 'A currency that does not exist',
  severity: 'error',
  explain:
    'Currencies are written as their three letters in ISO 4217. The standard also says to how many ' +
    'digits an amount is rounded, so an unknown code could not be paid.',
  remedy: 'Write the code of the currency, such as `AUD`, `EUR` or `JPY`.',
  failing: `
ticket { fee money = <|10 AUS|> }
`,
  passing: `
ticket { fee money = 10 AUD }
`,
  run: { when: 'typing' },
};
