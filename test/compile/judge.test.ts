import assert from 'node:assert/strict';
import { judge } from '../../server/compile/judge.ts';
import { loadEngine } from '../../server/engine/load.ts';
import type {
  BenchmarkOutcome,
  DisputeOutcome,
  Outcome,
  PermitOutcome,
  RightOutcome,
} from '../../server/engine/outcome.ts';
import { compileText, header, office } from './compileText.ts';

const declarations = `${header}${office}
roles managers
benchmark resolve {
  from   each received until resolved
  within 2 business days
}
ladder late on resolve {
  at 50%     notify managers
  at breach  notify managers  emit asked
}
right appeal { opens on resolved  closes 3 days after opening }
permit asking on asked { not after 12:00 }
dispute about-it {
  opens on asked
  step talks {
    within 2 days
    on resolved -> ends as settled
    on overdue  -> court
  }
  step court { on resolved -> ends as decided }
}
`;

const run: BenchmarkOutcome = {
  id: 'resolve',
  run: 1,
  status: 'met',
  started: '2026-09-01T09:00:00.000+10:00',
  due: '2026-09-03T23:59:59.999+10:00',
  stopped: '2026-09-03T16:30:00.000+10:00',
};
const breached: BenchmarkOutcome = {
  ...run,
  run: 2,
  status: 'breached',
  breachedAt: '2026-09-03T23:59:59.999+10:00',
  stopped: undefined,
};
const paused: BenchmarkOutcome = {
  ...run,
  status: 'paused',
  due: null,
  remaining: { days: 1 },
  stopped: undefined,
};
const idle: BenchmarkOutcome = { ...run, status: 'not-applicable' };

const opened: RightOutcome = {
  id: 'appeal',
  opened: '2026-09-03T16:30:00.000+10:00',
  closes: '2026-09-06T23:59:59.999+10:00',
};
const openedWords = 'appeal opened 2026-09-03 16:30, closes at the end of 2026-09-06';
const asked: PermitOutcome = {
  id: 'asking',
  at: '2026-09-03T12:01:00.000+10:00',
  allowed: false,
  from: '2026-09-04T00:00:00.000+10:00',
};
const askedWords = 'asking refused 2026-09-03 12:01, allowed from 2026-09-04 00:00';
const first: DisputeOutcome = {
  id: 'about-it',
  run: 1,
  step: 'talks',
  entered: '2026-09-03T16:30:00.000+10:00',
  due: '2026-09-05T23:59:59.999+10:00',
};
const talks: DisputeOutcome = { ...first, left: '2026-09-05T23:59:59.999+10:00', outcome: 'overdue' };
const court: DisputeOutcome = {
  id: 'about-it',
  run: 1,
  step: 'court',
  entered: '2026-09-05T23:59:59.999+10:00',
};
const inCourt = 'about-it at talks since 2026-09-03 16:30; at court since at the end of 2026-09-05';

const nothing: Outcome = {
  ticket: 'A',
  policy: 'complaints',
  version: '1',
  asOf: null,
  benchmarks: [],
  actions: [],
  projected: [],
  findings: [],
};
const fired: Outcome['actions'] = [
  {
    at: '2026-09-04T00:00:00.000+10:00',
    ladder: 'late',
    rung: 2,
    occurrence: 1,
    run: 1,
    action: 'notify',
    to: ['managers'],
    by: [],
    id: '',
  },
  {
    at: '2026-09-04T00:00:00.000+10:00',
    ladder: 'late',
    rung: 2,
    occurrence: 1,
    run: 1,
    action: 'emit',
    event: 'asked',
    id: '',
  },
];

/** An `expect` line, what happened, whether that is what was expected, and how it is told. */
const cases: [line: string, happened: Partial<Outcome>, ok: boolean, actual: string][] = [
  [
    'resolve met due 2026-09-03',
    { benchmarks: [run] },
    true,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  [
    'resolve met due 2026-09-04',
    { benchmarks: [run] },
    false,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  [
    'resolve met due 2026-09-03 23:59',
    { benchmarks: [run] },
    true,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  [
    'resolve breached',
    { benchmarks: [run] },
    false,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  [
    'no resolve breached',
    { benchmarks: [run] },
    true,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  ['resolve', { benchmarks: [] }, false, 'resolve did not start'],
  ['resolve', { benchmarks: [idle] }, false, 'resolve not-applicable'],
  ['no resolve', { benchmarks: [idle] }, true, 'resolve not-applicable'],
  [
    'no resolve',
    { benchmarks: [run] },
    false,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  ['resolve paused', { benchmarks: [paused] }, true, 'resolve paused, nothing due, 1 day left'],
  [
    'resolve paused due 2026-09-03',
    { benchmarks: [paused] },
    false,
    'resolve paused, nothing due, 1 day left',
  ],
  [
    'resolve breached since 2026-09-03',
    { benchmarks: [breached] },
    true,
    'resolve breached, due at the end of 2026-09-03',
  ],
  [
    'resolve met since 2026-09-01',
    { benchmarks: [run] },
    true,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  // All runs are meant, unless one is named.
  [
    'resolve met',
    { benchmarks: [run, breached] },
    false,
    'resolve run 1 met, due at the end of 2026-09-03, stopped 2026-09-03 16:30; resolve run 2 breached, due at the end of 2026-09-03',
  ],
  [
    'resolve run 2 breached',
    { benchmarks: [run, breached] },
    true,
    'resolve run 1 met, due at the end of 2026-09-03, stopped 2026-09-03 16:30; resolve run 2 breached, due at the end of 2026-09-03',
  ],
  [
    'resolve run 3 met',
    { benchmarks: [run] },
    false,
    'resolve met, due at the end of 2026-09-03, stopped 2026-09-03 16:30',
  ],
  [
    'late notified managers at breach',
    { actions: fired },
    true,
    'late notified managers 2026-09-04 00:00 (at breach)',
  ],
  [
    'late notified managers at 50%',
    { actions: fired },
    false,
    'late notified managers 2026-09-04 00:00 (at breach)',
  ],
  [
    'late notified provider',
    { actions: fired },
    false,
    'late notified managers 2026-09-04 00:00 (at breach)',
  ],
  [
    'late emitted asked at 2026-09-04 00:00',
    { actions: fired },
    true,
    'late emitted asked 2026-09-04 00:00 (at breach)',
  ],
  [
    'late emitted asked at 2026-09-03',
    { actions: fired },
    false,
    'late emitted asked 2026-09-04 00:00 (at breach)',
  ],
  [
    'no late',
    { actions: fired },
    false,
    'late notified managers 2026-09-04 00:00 (at breach); emitted asked 2026-09-04 00:00 (at breach)',
  ],
  ['late', { actions: [] }, false, 'late did nothing'],
  ['no late notified managers', { actions: [] }, true, 'late did nothing'],
  [
    'finding role/wrong-role',
    { findings: [{ rule: 'role/wrong-role', message: '' }] },
    true,
    'the findings role/wrong-role',
  ],
  ['finding role/wrong-role', {}, false, 'no finding'],
  ['no finding role/wrong-role', {}, true, 'no finding'],
  ['appeal', {}, false, 'appeal did not open'],
  ['no appeal', {}, true, 'appeal did not open'],
  ['appeal opened 2026-09-03', { rights: [opened] }, true, openedWords],
  ['appeal closes 2026-09-06', { rights: [opened] }, true, openedWords],
  ['appeal opened 2026-09-03 16:29', { rights: [opened] }, false, openedWords],
  ['appeal closes 2026-09-07', { rights: [opened] }, false, openedWords],
  ['no appeal opened 2026-09-04', { rights: [opened] }, true, openedWords],
  ['asking allowed at 2026-09-03', { permits: [asked] }, false, askedWords],
  ['asking refused at 2026-09-03', { permits: [asked] }, true, askedWords],
  ['asking refused at 2026-09-04', { permits: [asked] }, false, askedWords],
  ['no asking allowed at 2026-09-03', { permits: [asked] }, true, askedWords],
  ['asking', { permits: [asked] }, true, askedWords],
  ['no asking', {}, true, 'asking was not asked for'],
  ['about-it', {}, false, 'about-it was not opened'],
  ['no about-it at court', {}, true, 'about-it was not opened'],
  ['about-it at court since 2026-09-05', { disputes: [talks, court] }, true, inCourt],
  ['about-it at talks', { disputes: [talks, court] }, false, inCourt],
  ['about-it opened 2026-09-03', { disputes: [talks, court] }, true, inCourt],
  ['about-it at court since 2026-09-03', { disputes: [talks, court] }, false, inCourt],
  ['about-it ended settled', { disputes: [talks, court] }, false, inCourt],
  ['no about-it ended decided', { disputes: [talks, court] }, true, inCourt],
  [
    'about-it at talks due 2026-09-05',
    { disputes: [first] },
    true,
    'about-it at talks since 2026-09-03 16:30, due at the end of 2026-09-05',
  ],
  [
    'about-it run 1 ended settled since 2026-09-04',
    {
      disputes: [
        { ...first, left: '2026-09-04T10:00:00.000+10:00', ended: 'settled' },
        { ...first, run: 2 },
      ],
    },
    true,
    'about-it run 1 at talks since 2026-09-03 16:30, ended as settled 2026-09-04 10:00; run 2 at talks since 2026-09-03 16:30, due at the end of 2026-09-05',
  ],
];

describe('judge', () => {
  for (const [line, happened, ok, actual] of cases) {
    it(`expect ${line}: ${ok ? 'as expected' : 'but'} ${actual}`, () => {
      const { policy, scenarios } = compileText(
        `${declarations}scenario "A" { 2026-09-01 09:00 received expect ${line} }`,
      );
      const judged = judge(scenarios[0]!.expect[0]!, { ...nothing, ...happened }, loadEngine(policy!));
      assert.deepEqual(judged, { ok, expected: line, actual });
    });
  }
});
