import { policyFacts } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { doubtfulTimes } from './localTimes.ts';

export const scenarioRepeatedTime: Rule = {
  code: 'scenario/repeated-time',
  title: 'A local time that comes twice',
  severity: 'error',
  explain:
    'When daylight saving ends, the clocks are put back, and one hour of local times comes twice. An ' +
    'event at such a time could be either, and an hour can decide whether a deadline was met.',
  remedy:
    'Write the instant with its offset: `2027-04-04T02:30+11:00` is the first, `2027-04-04T02:30+10:00` ' +
    'the second.',
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
  <|2027-04-04 02:30|>  received
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
  2027-04-04T02:30+11:00  received
  expect answer running
}
`,
  run: inDeclarations(['scenario'], (declaration, { ask, report }) => {
    const zone = ask(policyFacts, '')?.zone;
    if (zone === undefined) return;
    for (const time of doubtfulTimes(declaration, zone, 'repeated'))
      report(
        time,
        `In ${zone} the clocks are put back, so ${time.date} ${time.time} comes twice. Write the instant with its offset to say which.`,
      );
  }),
};
