import assert from 'node:assert/strict';
import type { Expectation } from '../../server/compile/expectation.ts';
import { compileText, header, office } from './compileText.ts';

const declarations = `${header}${office}
ticket {
  priority  one of low < high = low
  vip       yes or no = no
  fee       money optional
  count     number optional
  promised  date optional
  visit     date-time optional
  agreed    duration optional
  note      text optional
}
event rated { score number 0..10 }
roles managers
person ana is managers {}
benchmark resolve {
  from   received until resolved
  within 2 business days
}
ladder late on resolve {
  at 50%                          notify managers
  at 2 business hours before due  assign managers
  at breach                       raise priority  emit asked
  at 50%                          notify provider
}
right appeal { opens on resolved }
permit asking on asked { not after 12:00 }
dispute about-it {
  opens on asked
  step talks { within 2 days  on resolved -> ends as settled }
}
regulation law { title "Law" }
benchmark resolve of law { from received until resolved within 1 day }
`;

function scenarioOf(lines: string) {
  const { scenarios, problems } = compileText(`${declarations}scenario "A \\"case\\"" {\n${lines}\n}`);
  return { scenario: scenarios[0]!, problems };
}

/** What is expected, without its text and place. */
function expected(line: string): Record<string, unknown>[] {
  const { scenario, problems } = scenarioOf(`2026-09-01 09:00 received\nexpect ${line}`);
  assert.deepEqual(problems, []);
  return scenario.expect.map(({ text, source, ...rest }: Expectation) => {
    assert.equal(text, line);
    assert.equal(source.column, 1);
    return rest;
  });
}

const day = (text: string, from: string, until: string) => ({
  text,
  from: Date.parse(from),
  until: Date.parse(until),
});

const lines: [line: string, expected: Record<string, unknown>[]][] = [
  ['resolve', [{ kind: 'benchmark', benchmark: 'resolve', negated: false }]],
  ['no resolve', [{ kind: 'benchmark', benchmark: 'resolve', negated: true }]],
  ['no resolve breached', [{ kind: 'benchmark', benchmark: 'resolve', status: 'breached', negated: true }]],
  [
    'resolve run 2 met due 2026-09-03',
    [
      {
        kind: 'benchmark',
        benchmark: 'resolve',
        run: 2,
        status: 'met',
        due: day('2026-09-03', '2026-09-03T00:00+10:00', '2026-09-03T23:59:59.999+10:00'),
        negated: false,
      },
    ],
  ],
  // A day on which the clocks change.
  [
    'resolve due 2026-10-04',
    [
      {
        kind: 'benchmark',
        benchmark: 'resolve',
        due: day('2026-10-04', '2026-10-04T00:00+10:00', '2026-10-04T23:59:59.999+11:00'),
        negated: false,
      },
    ],
  ],
  [
    'resolve running since 2026-09-01 09:00',
    [
      {
        kind: 'benchmark',
        benchmark: 'resolve',
        status: 'running',
        since: day('2026-09-01 09:00', '2026-09-01T09:00+10:00', '2026-09-01T09:00:59.999+10:00'),
        negated: false,
      },
    ],
  ],
  [
    'resolve due 2026-09-03T23:59:59.999+10:00',
    [
      {
        kind: 'benchmark',
        benchmark: 'resolve',
        due: day(
          '2026-09-03T23:59:59.999+10:00',
          '2026-09-03T23:59:59.999+10:00',
          '2026-09-03T23:59:59.999+10:00',
        ),
        negated: false,
      },
    ],
  ],
  [
    'resolve due 2026-09-03T10:00:30Z',
    [
      {
        kind: 'benchmark',
        benchmark: 'resolve',
        due: day('2026-09-03T10:00:30Z', '2026-09-03T10:00:30Z', '2026-09-03T10:00:30.999Z'),
        negated: false,
      },
    ],
  ],
  ['late', [{ kind: 'action', ladder: 'late', negated: false }]],
  ['no late', [{ kind: 'action', ladder: 'late', negated: true }]],
  [
    'late notified managers',
    [{ kind: 'action', ladder: 'late', action: 'notify', whom: 'managers', negated: false }],
  ],
  [
    'late notified managers at 50.0%',
    [{ kind: 'action', ladder: 'late', action: 'notify', whom: 'managers', rungs: [1, 4], negated: false }],
  ],
  [
    'late assigned managers at 120 business minutes before due',
    [{ kind: 'action', ladder: 'late', action: 'assign', whom: 'managers', rungs: [2], negated: false }],
  ],
  [
    'late raised priority at breach',
    [{ kind: 'action', ladder: 'late', action: 'raise', whom: 'priority', rungs: [3], negated: false }],
  ],
  [
    'late emitted asked at 2026-09-04 00:00',
    [
      {
        kind: 'action',
        ladder: 'late',
        action: 'emit',
        whom: 'asked',
        at: day('2026-09-04 00:00', '2026-09-04T00:00+10:00', '2026-09-04T00:00:59.999+10:00'),
        negated: false,
      },
    ],
  ],
  [
    'late notified managers at 50% raised priority',
    [
      { kind: 'action', ladder: 'late', action: 'notify', whom: 'managers', rungs: [1, 4], negated: false },
      { kind: 'action', ladder: 'late', action: 'raise', whom: 'priority', negated: false },
    ],
  ],
  ['finding role/wrong-role', [{ kind: 'finding', rule: 'role/wrong-role', negated: false }]],
  ['no finding role/wrong-role', [{ kind: 'finding', rule: 'role/wrong-role', negated: true }]],
  ['no appeal', [{ kind: 'right', right: 'appeal', negated: true }]],
  [
    'appeal opened 2026-09-03 closes 2026-09-04 16:59',
    [
      {
        kind: 'right',
        right: 'appeal',
        opened: day('2026-09-03', '2026-09-03T00:00+10:00', '2026-09-03T23:59:59.999+10:00'),
        closes: day('2026-09-04 16:59', '2026-09-04T16:59+10:00', '2026-09-04T16:59:59.999+10:00'),
        negated: false,
      },
    ],
  ],
  [
    'asking refused at 2026-09-03',
    [
      {
        kind: 'permit',
        permit: 'asking',
        allowed: false,
        at: day('2026-09-03', '2026-09-03T00:00+10:00', '2026-09-03T23:59:59.999+10:00'),
        negated: false,
      },
    ],
  ],
  ['no asking', [{ kind: 'permit', permit: 'asking', negated: true }]],
  [
    'about-it run 2 at talks since 2026-09-03',
    [
      {
        kind: 'dispute',
        dispute: 'about-it',
        run: 2,
        step: 'talks',
        since: day('2026-09-03', '2026-09-03T00:00+10:00', '2026-09-03T23:59:59.999+10:00'),
        negated: false,
      },
    ],
  ],
  ['no about-it ended settled', [{ kind: 'dispute', dispute: 'about-it', ended: 'settled', negated: true }]],
  ['resolve 98%', [{ kind: 'attainment', benchmark: 'resolve', value: { amount: '98' }, negated: false }]],
  ['law.resolve met', [{ kind: 'not run', what: 'benchmark', name: 'law.resolve', negated: false }]],
];

describe('scenarios', () => {
  it('become tickets', () => {
    const { scenario, problems } = scenarioOf(`
  ticket priority high, vip yes, fee 59.00 AUD, count 2.50, promised 2026-09-04
  2026-09-01 09:00      received
  2026-09-01T12:00:30Z  rated by ana score 9
  2026-12-01 09:00      set visit 2026-12-02 10:00, agreed 2 business days, note "so", count 3
  as of 2026-12-24 16:59`);
    assert.deepEqual(problems, []);
    assert.equal(scenario.title, 'A "case"');
    assert.deepEqual(scenario.ticket, {
      id: 'A "case"',
      fields: { priority: 'high', vip: true, fee: '59.00 AUD', count: '2.50', promised: '2026-09-04' },
      events: [
        { at: '2026-09-01T09:00:00.000+10:00', is: 'received' },
        { at: '2026-09-01T22:00:30.000+10:00', is: 'rated', by: 'ana', score: 9 },
        {
          at: '2026-12-01T09:00:00.000+11:00',
          set: { visit: '2026-12-02T10:00:00.000+11:00', agreed: '2 business days', note: 'so', count: 3 },
        },
      ],
    });
    assert.equal(scenario.asOf, Date.parse('2026-12-24T16:59+11:00'));
  });

  for (const [line, facts] of lines)
    it(`expect ${line}`, () => {
      assert.deepEqual(expected(line), facts);
    });

  it('know where they stand', () => {
    const { scenario } = scenarioOf('2026-09-01 09:00 received\n\n  expect resolve met');
    const { source } = scenario.expect[0]!;
    assert.equal(source.line, scenario.source.line + 3);
    assert.equal(source.column, 3);
    assert.equal(source.end - source.start, 'expect resolve met'.length);
  });

  it('cannot expect a rung that the ladder does not have', () => {
    const { problems } = scenarioOf('2026-09-01 09:00 received\nexpect late notified managers at 60%');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['scenario/no-such-rung'],
    );
  });
});
