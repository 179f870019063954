import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conform } from '../../server/analysis/conformance/conform.ts';
import type { Conformance } from '../../server/analysis/conformance/conformance.ts';
import { compile } from '../../server/compile/compile.ts';
import { loadEngine } from '../../server/engine/load.ts';
import type { Policy } from '../../server/engine/policy.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { formatInstant } from '../../server/engine/time/iso.ts';
import { home, workspaceOf } from '../model/files.ts';

/** One calendar week of a policy, in a zone without daylight saving unless another is named. */
function compiled(
  own: string,
  law: string,
  { zone = 'Etc/UTC', from = '2026-03-02', until = '2026-03-15' } = {},
): Policy {
  const text = `
policy desk {
  effective   ${from} until ${until}
  timezone    ${zone}
  begins with received
  conforms to law
}
regulation law { title "The law" }
ticket {
  channel  one of phone, email
  priority one of low < high = low
  promised date optional
}
events received, opened, answered, closed, withdrawn, asked, told, again
roles agent, clerk
state waiting from asked until told
state storm   from opened until closed
calendar office { open mon..fri 09:00-17:00 }
calendar shop   { open mon..sat 10:00-18:00 }
calendar desk   { open mon..fri 09:00-17:00  cut-off 16:00 }
${own}
${law}
`;
  const { policy, problems } = compile(workspaceOf({ [home]: text }).program(home), { beside: ['law'] });
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  );
  return policy!;
}

const benchmark = (name: string, clauses: string) => `benchmark ${name} { ${clauses} }`;
const answer = (clauses: string) => benchmark('answer', `from received until answered  ${clauses}`);
const lawAnswer = (clauses: string) => benchmark('answer of law', `from received until answered  ${clauses}`);

/** The verdict, and each shortfall as people read it, instants in UTC. */
function told({ duties }: Conformance, policy: Policy): string[] {
  const { zone } = loadEngine(policy);
  const at = (instant: number | undefined) =>
    instant === undefined ? 'never' : formatInstant(zone, instant).slice(0, 23);
  return duties.flatMap(({ duty, verdict, shortfalls }) => [
    `${duty} ${verdict}`,
    ...shortfalls.map(({ kind, case: words = [], arrival, due, demanded }) =>
      [
        kind,
        ...(words.length > 0 ? [`(${words.join(', ')})`] : []),
        ...(demanded === undefined ? [] : [`${at(arrival)} due ${at(due)} not ${at(demanded)}`]),
      ].join(' '),
    ),
  ]);
}

const cases: [
  what: string,
  own: string,
  law: string,
  expected: string[],
  options?: Parameters<typeof compiled>[2],
][] = [
  [
    'the same',
    answer('counts office within 2 business days'),
    lawAnswer('counts office within 2 business days'),
    ['law.answer met'],
  ],
  ['an hour is sooner than a day', answer('within 1 hour'), lawAnswer('within 1 day'), ['law.answer met']],
  // Begun at midnight, day 1 ends after 48 hours less a millisecond.
  [
    '24 hours are sooner than a day',
    answer('within 24 hours'),
    lawAnswer('within 1 day'),
    ['law.answer met'],
  ],
  [
    '48 hours are not, at midnight',
    answer('within 48 hours'),
    lawAnswer('within 1 day'),
    [
      'law.answer broken',
      'later 2026-03-02T23:59:59.999 due 2026-03-04T23:59:59.999 not 2026-03-03T23:59:59.999',
    ],
  ],
  [
    'the hour that a night in spring has less',
    answer('within 1 day by 12:00'),
    lawAnswer('within 36 hours'),
    ['law.answer met'],
    { zone: 'Europe/London', from: '2026-03-28', until: '2026-03-28' },
  ],
  [
    'the hour that a night in autumn has more',
    answer('within 1 day by 12:00'),
    lawAnswer('within 36 hours'),
    [
      'law.answer broken',
      'later 2026-10-24T00:00:00.000 due 2026-10-25T12:00:00.000 not 2026-10-25T11:00:00.000',
    ],
    { zone: 'Europe/London', from: '2026-10-24', until: '2026-10-24' },
  ],
  [
    'a business day over a week-end',
    answer('counts office within 1 business day'),
    lawAnswer('within 2 days'),
    [
      'law.answer broken',
      'later 2026-03-06T00:00:00.000 due 2026-03-09T23:59:59.999 not 2026-03-08T23:59:59.999',
    ],
  ],
  [
    'three days cover it',
    answer('counts office within 1 business day'),
    lawAnswer('within 3 days'),
    ['law.answer met'],
  ],
  [
    'another office',
    answer('counts office within 1 business day'),
    lawAnswer('counts shop within 1 business day'),
    [
      'law.answer broken',
      'later 2026-03-06T00:00:00.000 due 2026-03-09T23:59:59.999 not 2026-03-07T23:59:59.999',
    ],
  ],
  [
    'open hours',
    answer('counts office within 8 business hours'),
    lawAnswer('counts office within 1 business day'),
    ['law.answer met'],
  ],
  [
    'nine of them',
    answer('counts office within 9 business hours'),
    lawAnswer('counts office within 1 business day'),
    [
      'law.answer broken',
      'later 2026-03-05T17:00:00.000 due 2026-03-09T10:00:00.000 not 2026-03-06T23:59:59.999',
    ],
  ],
  [
    'a cut-off that the law does not know',
    answer('counts desk within 1 business day'),
    lawAnswer('counts office within 1 business day'),
    [
      'law.answer broken',
      'later 2026-03-05T16:00:00.001 due 2026-03-09T23:59:59.999 not 2026-03-06T23:59:59.999',
    ],
  ],
  [
    'a cut-off that only the law knows',
    answer('counts office within 1 business day'),
    lawAnswer('counts desk within 1 business day'),
    ['law.answer met'],
  ],
  [
    'a row of the law that the policy does not have',
    answer('within 2 days'),
    lawAnswer('within 1 hour when channel is phone within 2 days otherwise'),
    [
      'law.answer broken',
      'later (channel is phone) 2026-03-02T00:00:00.000 due 2026-03-04T23:59:59.999 not 2026-03-02T01:00:00.000',
    ],
  ],
  [
    'rows in another order',
    answer('within 3 hours when priority is high and channel is email within 1 hour'),
    lawAnswer('within 1 hour when channel is phone within 3 hours'),
    ['law.answer met'],
  ],
  [
    'no row',
    answer('within 1 hour when channel is phone'),
    lawAnswer('within 2 days'),
    ['law.answer broken', 'no-deadline (channel is email)'],
  ],
  [
    'no row, where the law has none either',
    answer('within 1 hour when channel is phone'),
    lawAnswer('within 2 hours when channel is phone'),
    ['law.answer met'],
  ],
  [
    'it applies to fewer',
    answer('applies when channel is phone within 1 hour'),
    lawAnswer('within 2 days'),
    ['law.answer broken', 'applies (channel is email)', 'no-deadline'].slice(0, 2),
  ],
  [
    'it applies to more',
    answer('within 1 hour'),
    lawAnswer('applies when channel is phone within 2 days'),
    ['law.answer met'],
  ],
  [
    'what was received before a date',
    answer('within 3 days'),
    lawAnswer('within 3 days when received before 2026-03-05 within 4 days otherwise'),
    ['law.answer met'],
  ],
  [
    'and after it',
    answer('within 4 days'),
    lawAnswer('within 3 days when received before 2026-03-05 within 4 days otherwise'),
    [
      'law.answer broken',
      'later 2026-03-02T00:00:00.000 due 2026-03-06T23:59:59.999 not 2026-03-05T23:59:59.999',
    ],
  ],
  [
    'after four o’clock there is less time',
    answer('within 2 hours'),
    lawAnswer('within 1 hour when received after 16:00 within 2 hours otherwise'),
    [
      'law.answer broken',
      'later 2026-03-02T16:00:00.001 due 2026-03-02T18:00:00.001 not 2026-03-02T17:00:00.001',
    ],
  ],
  [
    'a promise that may be anything',
    answer('within earlier of 2 days, promised'),
    lawAnswer('within 2 days'),
    ['law.answer met'],
  ],
  [
    'a promise alone',
    answer('within promised'),
    lawAnswer('within 2 days'),
    [
      'law.answer broken',
      'later (promised is unset) 2026-03-02T00:00:00.000 due never not 2026-03-04T23:59:59.999',
    ],
  ],
  [
    'a promise that the law lets stand',
    answer('within earlier of 2 days, promised'),
    lawAnswer('within later of 2 days, promised'),
    ['law.answer met'],
  ],
  [
    'a promise that the law takes at its word',
    answer('within 2 days'),
    lawAnswer('within earlier of 2 days, promised'),
    ['law.answer broken', 'later (promised is sooner)'],
  ],
  [
    'a pause that the law has too',
    answer('within 2 days pauses while waiting'),
    lawAnswer('within 2 days pauses while waiting'),
    ['law.answer met'],
  ],
  [
    'a pause that it has not',
    answer('within 1 day pauses while waiting'),
    lawAnswer('within 2 days'),
    ['law.answer broken', 'pauses (`waiting` holds)'],
  ],
  [
    'a pause in more cases',
    answer('within 1 day pauses while waiting'),
    lawAnswer('within 2 days pauses while waiting and channel is phone'),
    ['law.answer broken', 'pauses (`waiting` holds, channel is email)'],
  ],
  [
    'a longer pause',
    answer('within 1 day pauses while waiting up to 5 days'),
    lawAnswer('within 2 days pauses while waiting up to 3 days'),
    ['law.answer broken', 'pauses'],
  ],
  [
    'a shorter pause',
    answer('within 1 day pauses while waiting up to 2 days'),
    lawAnswer('within 2 days pauses while waiting up to 3 days'),
    ['law.answer met'],
  ],
  [
    'a pause that costs the one more than the other',
    answer('within 24 hours pauses while waiting'),
    lawAnswer('within 2 days pauses while waiting'),
    ['law.answer open', 'undecided'],
  ],
  [
    'more events that stop it',
    benchmark('answer', 'from received until answered or closed within 1 day'),
    lawAnswer('within 1 day'),
    ['law.answer broken', 'stop'],
  ],
  [
    'fewer events that stop it',
    answer('within 1 day'),
    benchmark('answer of law', 'from received until answered or closed within 1 day'),
    ['law.answer met'],
  ],
  [
    'anybody, where the law wants an agent',
    answer('within 1 day'),
    benchmark('answer of law', 'from received until answered by agent within 1 day'),
    ['law.answer broken', 'stop'],
  ],
  [
    'another start',
    benchmark('answer', 'from opened until answered within 1 day'),
    lawAnswer('within 1 day'),
    ['law.answer open', 'start'],
  ],
  [
    'an earlier start',
    benchmark('answer', 'from received or opened until answered within 1 day'),
    lawAnswer('within 1 day'),
    ['law.answer met'],
  ],
  [
    'what cancels it',
    answer('within 1 day cancels on withdrawn'),
    lawAnswer('within 1 day'),
    ['law.answer broken', 'cancels'],
  ],
  [
    'what cancels both',
    answer('within 1 day cancels on withdrawn'),
    lawAnswer('within 1 day cancels on withdrawn'),
    ['law.answer met'],
  ],
  [
    'what is not assessed',
    answer('within 1 day not assessed while storm'),
    lawAnswer('within 1 day'),
    ['law.answer broken', 'not-assessed (`storm` holds)'],
  ],
  [
    'it comes back',
    answer('within 1 day'),
    lawAnswer('within 1 day reopening on again resumes'),
    ['law.answer broken', 'reopening'],
  ],
  [
    'a smaller share',
    answer('within 1 day attain at least 90% each month'),
    lawAnswer('within 1 day attain at least 95% each month'),
    ['law.answer broken', 'attain'],
  ],
  [
    'a larger share',
    answer('within 1 day attain at least 99% each month'),
    lawAnswer('within 1 day attain at least 95% each month'),
    ['law.answer met'],
  ],
  [
    'every week',
    answer('every 5 days expects told'),
    lawAnswer('every 7 days expects told'),
    ['law.answer met'],
  ],
  [
    'every other week',
    answer('every 14 days expects told'),
    lawAnswer('every 7 days expects told'),
    [
      'law.answer broken',
      'later 2026-03-02T00:00:00.000 due 2026-03-16T23:59:59.999 not 2026-03-09T23:59:59.999',
    ],
  ],
  [
    'nothing',
    benchmark('other', 'from received until closed within 1 day'),
    lawAnswer('within 1 day'),
    ['law.answer unmet'],
  ],
  [
    'another name, which says so',
    benchmark('reply', 'meets law.answer from received until answered within 1 day'),
    lawAnswer('within 1 day'),
    ['law.answer met'],
  ],
  [
    'the one that says so, and not the one of the name',
    `${answer('within 9 days')} ${benchmark('reply', 'meets law.answer from received until answered within 1 day')}`,
    lawAnswer('within 1 day'),
    ['law.answer met'],
  ],
];

describe('conformance', () => {
  for (const [what, own, law, expected, options] of cases)
    it(what, () => {
      const policy = compiled(own, law, options);
      assert.deepEqual(told(conform(policy, 'law'), policy), expected);
    });
});

// ---- against the engine -------------------------------------------------------------------------------------------

const time = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((n) => `${n} hours`),
  fc.integer({ min: 1, max: 30 }).map((n) => `${n} business hours`),
  fc.integer({ min: 0, max: 4 }).map((n) => `${n} days`),
  fc.integer({ min: 0, max: 4 }).map((n) => `${n} business days`),
  fc.integer({ min: 1, max: 3 }).map((n) => `${n} business days by close`),
  fc.integer({ min: 1, max: 3 }).map((n) => `${n} days by 12:00 rolling`),
);
const choice = fc.oneof(
  { weight: 3, arbitrary: time },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('earlier', 'later'),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
      )
      .map(([which, hours, open]) => `${which} of ${hours} hours, ${open} business hours`),
  },
);
const clock = fc
  .tuple(fc.constantFrom('office', 'shop', 'desk'), choice)
  .map(([calendar, within]) => `counts ${calendar} within ${within}`);

describe('conformance of random clocks', () => {
  it('is what the engine says: no arrival breaks what is proved, and the witness is late as it says', () => {
    fc.assert(
      fc.property(
        clock,
        clock,
        fc.array(fc.integer({ min: 0, max: 14 * 86_400_000 - 1 }), { minLength: 40, maxLength: 40 }),
        (own, law, offsets) => {
          const policy = compiled(answer(own), lawAnswer(law));
          const engine = loadEngine(policy);
          const [duty] = conform(policy, 'law').duties;
          const begin = Date.parse('2026-03-02T00:00:00Z');
          const duesAt = (at: number) => {
            const { benchmarks } = simulate(engine, {
              id: 'T',
              fields: { channel: 'email' },
              events: [{ at: formatInstant(engine.zone, at), is: 'received' }],
            });
            return ['answer', 'law.answer'].map((id) =>
              Date.parse(benchmarks.find((each) => each.id === id)!.due!),
            );
          };
          const [shortfall] = duty!.shortfalls;
          if (shortfall) {
            assert.equal(duty!.verdict, 'broken');
            assert.deepEqual(duesAt(shortfall.arrival!), [shortfall.due, shortfall.demanded]);
            assert.ok(shortfall.due! > shortfall.demanded!);
          }
          const most = shortfall ? shortfall.due! - shortfall.demanded! : 0;
          for (const offset of offsets) {
            const [due, demanded] = duesAt(begin + offset);
            assert.ok(
              due! - demanded! <= most,
              `${own} against ${law}: ${new Date(begin + offset).toISOString()}`,
            );
          }
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });
});
