import type { Rule } from '../rule.ts';

export const scenarioWrongFact: Rule = {
  code: 'scenario/wrong-fact',
  title: 'An expectation that does not fit its subject',
  severity: 'error',
  explain:
    'A benchmark is met or breached, a ladder notifies, a right opens, a dispute is at a step. An ' +
    'expectation that cannot be said of its subject could never be checked.',
  remedy: 'Name the subject of which the fact can be said, or expect another fact.',
  failing: `
events received, answered
roles team-lead
benchmark answer {
  from   received until answered
  within 2 days
}
ladder late-answer on answer { at breach notify team-lead }
scenario "Answered late" {
  2026-07-01 09:00  received
  expect late-answer <|breached|>
}
`,
  passing: `
events received, answered
roles team-lead
benchmark answer {
  from   received until answered
  within 2 days
}
ladder late-answer on answer { at breach notify team-lead }
scenario "Answered late" {
  2026-07-01 09:00  received
  expect answer running
}
`,
  run: { when: 'typing' },
};
