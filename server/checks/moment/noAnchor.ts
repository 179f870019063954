import type { Rule } from '../rule.ts';

export const momentNoAnchor: Rule = {
  code: 'moment/no-anchor',
  title: 'A moment of nothing in particular',
  severity: 'error',
  explain:
    '`breach`, `due` and `start` stand alone only in a ladder or a remedy, which say of which benchmark ' +
    'they speak, and `opening` only in a right. Anywhere else it would be open whose breach is meant.',
  remedy: 'Write whose moment it is: `breach of resolve`.',
  failing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
}
benchmark follow-up {
  from   <|breach|> until answered
  within 5 days
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
}
benchmark follow-up {
  from   breach of answer until answered
  within 5 days
}
`,
  run: { when: 'typing' },
};
