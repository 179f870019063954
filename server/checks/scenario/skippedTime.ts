import { policyFacts } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { doubtfulTimes } from './localTimes.ts';

export const scenarioSkippedTime: Rule = {
  code: 'scenario/skipped-time',
  title: 'A local time that does not exist',
  severity: 'error',
  explain:
    'When daylight saving begins, the clocks are put forward, and the local times in between never ' +
    'come. An event at such a time could have happened an hour earlier or later, which can move a ' +
    'deadline by a day.',
  remedy: 'Write a time that exists, or the instant with its offset: `2026-10-04T02:30+10:00`.',
  failing: `
events received, answered
policy complaints {
  version     "1"
  effective   2026-07-01 until 2027-06-30
  timezone    Australia/Sydney
  begins with received
}
benchmark answer {
  from   received until answered
  within 2 days
}
scenario "At night" {
  <|2026-10-04 02:30|>  received
  expect answer running
}
`,
  passing: `
events received, answered
policy complaints {
  version     "1"
  effective   2026-07-01 until 2027-06-30
  timezone    Australia/Sydney
  begins with received
}
benchmark answer {
  from   received until answered
  within 2 days
}
scenario "At night" {
  2026-10-04T02:30+10:00  received
  expect answer running
}
`,
  run: inDeclarations(['scenario'], (declaration, { ask, report }) => {
    const zone = ask(policyFacts, '')?.zone;
    if (zone === undefined) return;
    for (const time of doubtfulTimes(declaration, zone, 'skipped'))
      report(
        time,
        `In ${zone} the clocks are put forward over ${time.date} ${time.time}: this time never comes. Write the instant with its offset.`,
      );
  }),
};
