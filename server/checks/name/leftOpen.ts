import type { Rule } from '../rule.ts';

export const nameLeftOpen: Rule = {
  code: 'name/left-open',
  title: 'A name that another file must declare',
  severity: 'hint',
  explain:
    'This file declares no policy, and nothing of the kind that is named here: it is a part, such as a ' +
    'regulation, that a policy imports. The name is checked as soon as a policy that imports the file ' +
    'is known.',
  remedy:
    'Nothing needs to be done. To have the name checked, open or check the policy that imports this ' +
    'file.',
  failing: `
regulation complaints-standard { title "Complaints Standard" }
benchmark acknowledge of complaints-standard {
  from   <|received|> until <|acknowledged|>
  within 2 days
}
`,
  passing: `
events received, acknowledged
regulation complaints-standard { title "Complaints Standard" }
benchmark acknowledge of complaints-standard {
  from   received until acknowledged
  within 2 days
}
`,
  run: { when: 'typing' },
};
