import assert from 'node:assert/strict';
import { longestDispute } from '../../server/analysis/longest/longestDispute.ts';
import { longestWaits } from '../../server/analysis/longest/longestWaits.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { loadEngine } from '../../server/engine/load.ts';
import type { Policy } from '../../server/engine/policy.ts';
import { formatInstant } from '../../server/engine/time/iso.ts';
import { compileText } from '../compile/compileText.ts';

const holidays = await loadHolidays();
const head = `
policy complaints {
  effective   2026-07-01 until 2026-12-31
  timezone    Australia/Sydney
  counts      office
  begins with received
}
ticket { channel one of phone, email  promised date optional }
events received, answered, raised, upheld, rejected, decided
calendar office { open mon..fri 09:00-17:00  closed holidays AU-NSW }
`;

function compiled(text: string): Policy {
  const { policy, problems } = compileText(head + text, { holidays });
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  );
  return policy!;
}

const waits: [what: string, clauses: string, expected: string[]][] = [
  // Christmas Eve is a Thursday; the 25th and the 28th are holidays. From Wednesday the 24th and the 29th are counted.
  ['two business days', 'within 2 business days', ['2026-12-23T00:00:00.000 to 2026-12-29T23:59:59.999']],
  [
    'days are all alike, and the one without an hour is shorter',
    'within 2 days',
    ['2026-07-01T00:00:00.000 to 2026-07-03T23:59:59.999'],
  ],
  [
    'just too late for an hour before the closing',
    'within 1 business hour',
    ['2026-12-24T16:00:00.001 to 2026-12-29T09:00:00.001'],
  ],
  [
    'each row by itself',
    'within 1 business hour when channel is phone within 1 hour',
    [
      '2026-12-24T16:00:00.001 to 2026-12-29T09:00:00.001',
      '2026-07-01T00:00:00.000 to 2026-07-01T01:00:00.000',
    ],
  ],
  [
    'a promise can only be sooner',
    'within earlier of 1 hour, promised',
    ['2026-07-01T00:00:00.000 to 2026-07-01T01:00:00.000'],
  ],
  ['or without bound', 'within later of 1 hour, promised', []],
  [
    'a row that only some arrivals can have',
    'within 1 business day when received after 16:00 within 1 hour',
    [
      '2026-12-24T16:00:00.001 to 2026-12-29T23:59:59.999',
      '2026-07-01T00:00:00.000 to 2026-07-01T01:00:00.000',
    ],
  ],
];

describe('the longest wait', () => {
  for (const [what, clauses, expected] of waits)
    it(what, () => {
      const policy = compiled(`benchmark answer { from received until answered ${clauses} }`);
      const { zone } = loadEngine(policy);
      const at = (instant: number) => formatInstant(zone, instant).slice(0, 23);
      const found = longestWaits(policy, 'answer').map(({ arrival, due }) => `${at(arrival)} to ${at(due)}`);
      assert.deepEqual(found, expected);
    });

  it('is none of a benchmark that is not there', () => {
    assert.deepEqual(longestWaits(compiled(''), 'answer'), []);
  });
});

const disputes: [what: string, steps: string, expected: string | undefined][] = [
  [
    'one step after another',
    `step review { within 10 business days on upheld -> ends as upheld on rejected -> outside on overdue -> outside }
     step outside { within 60 days on decided -> ends as decided on overdue -> ends as referred }`,
    'review 10 business days, outside 60 days',
  ],
  [
    'the longer of two ways, whichever is written first',
    `step review { within 1 day on upheld -> short on rejected -> long on overdue -> short }
     step short { within 2 days on overdue -> ends as done }
     step long { within 2 months on overdue -> ends as done }`,
    'review 1 day, long 2 months',
  ],
  ['no deadline', 'step review { on decided -> ends as decided }', undefined],
  ['it stays when it is overdue', 'step review { within 2 days on decided -> ends as decided }', undefined],
  [
    'a way back',
    `step review { within 2 days on overdue -> outside }
     step outside { within 2 days on rejected -> review on overdue -> ends as done }`,
    undefined,
  ],
];

describe('the longest a dispute can take', () => {
  for (const [what, steps, expected] of disputes)
    it(what, () => {
      const policy = compiled(`dispute complaint { opens on raised ${steps} }`);
      const longest = longestDispute(policy.disputes[0]!);
      assert.equal(longest?.steps.map(({ step, within }) => `${step} ${within.text}`).join(', '), expected);
    });
});
