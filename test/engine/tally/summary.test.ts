import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { loadEngine } from '../../../server/engine/load.ts';
import type { Outcome } from '../../../server/engine/outcome.ts';
import { simulate } from '../../../server/engine/simulation/simulate.ts';
import { addBreach } from '../../../server/engine/tally/breachTally.ts';
import { merge } from '../../../server/engine/tally/merge.ts';
import { type Summary, summarize } from '../../../server/engine/tally/summary.ts';
import { emptyTally, tally } from '../../../server/engine/tally/tally.ts';
import { unitsOf } from '../../../server/engine/value/decimal.ts';
import { compileText } from '../../compile/compileText.ts';
import '../../support/properties.ts';
import { desk, outcomes, tallied } from './desk.ts';

/** Each total is counted again in another way, straight from the outcomes. */
describe('a summary', () => {
  it('has the attainments that counting gives, compared by whole numbers', () => {
    fc.assert(
      fc.property(outcomes(40), (list) => {
        for (const { benchmark, attain, window, group, assessed, levels, verdict } of summaryOf(list)
          .attainments) {
          const clause = desk.policy.benchmarks
            .find(({ id }) => id === benchmark)!
            .attain.findIndex(({ text }) => text === attain);
          const of = list
            .flatMap(({ benchmarks }) => benchmarks)
            .filter(({ id, status }) => id === benchmark && (status === 'met' || status === 'breached'))
            .flatMap((run) => run.assessed ?? [])
            .filter((each) => each.clause === clause && each.window === window && each.group === group);
          // Those that fell due while later tickets came are counted as well.
          assert.ok(assessed >= of.length);
          levels.forEach((level, i) => {
            assert.equal(level.attained, of.filter((each) => each.levels[i]).length);
          });
          const reached = levels.every(({ attained, wanted }) => {
            const percent = Number(/(\d+)%/.exec(wanted)![1]);
            return attained * 100 >= percent * assessed;
          });
          const least = Number(/over at least (\d+)/.exec(attain)?.[1] ?? 1);
          assert.equal(verdict, assessed < least ? 'too few' : reached ? 'attained' : 'missed');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has the metrics that adding up gives, to the last digit', () => {
    fc.assert(
      fc.property(outcomes(40), (list) => {
        for (const metric of summaryOf(list).metrics ?? []) {
          const def = desk.policy.metrics.find(({ id }) => id === metric.metric)!;
          const target = def.targets.findIndex(({ text }) => text === metric.target);
          const answers = list
            .flatMap(({ metrics }) => metrics ?? [])
            .filter(({ id, targets }) => id === metric.metric && (target < 0 || targets.some(isMeant)));
          function isMeant(each: { target: number; window: string; group?: string }): boolean {
            return each.target === target && each.window === metric.window && each.group === metric.group;
          }
          assert.equal(metric.denominator, answers.length);
          switch (def.measure.kind) {
            case 'share':
            case 'count':
              assert.equal(Number(metric.numerator), answers.filter(({ holds }) => holds).length);
              break;
            case 'nps': {
              const score = (value: string | undefined) =>
                Number(value) > 8 ? 1 : Number(value) < 7 ? -1 : 0;
              assert.equal(
                Number(metric.numerator),
                answers.reduce((sum, { value }) => sum + score(value), 0),
              );
              break;
            }
            case 'average': {
              const sum = answers.reduce((units, { value }) => units + unitsOf(value!), 0n);
              assert.equal(unitsOf(metric.numerator), sum);
              const hundredths = (sum * 100n) / (BigInt(answers.length) * 10n ** 12n);
              assert.equal(BigInt(metric.value!.replace('.', '')), hundredths);
              break;
            }
            case 'percentile': {
              const sorted = answers.map(({ value }) => Number(value)).sort((a, b) => a - b);
              assert.equal(Number(metric.value), sorted[Math.ceil(sorted.length * 0.9) - 1]);
              const late = Number(metric.value) > 4 * 3_600_000;
              assert.equal(metric.verdict, late ? 'missed' : 'attained');
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('owes what the claims come to, no account more than its cap in a year', () => {
    fc.assert(
      fc.property(outcomes(60, 300), (list) => {
        const claims = list
          .flatMap(({ remedies }) => remedies ?? [])
          .filter(({ id, amount }) => id === 'late' && amount !== undefined);
        const byGroup = new Map<string, number>();
        let cents = 0;
        for (const { amount, caps } of claims) {
          const minor = Math.round(Number(amount) * 100);
          const { window, group } = caps![0]!;
          if (group === 'unset') cents += minor;
          else byGroup.set(`${window} ${group}`, (byGroup.get(`${window} ${group}`) ?? 0) + minor);
        }
        for (const sum of byGroup.values()) cents += Math.min(sum, 2500);
        const late = summaryOf(list, 300).remedies!.find(
          ({ remedy, currency }) => remedy === 'late' && currency === 'AUD',
        );
        assert.equal(late?.claims ?? 0, claims.length);
        assert.equal(late?.owed ?? '0.00', (cents / 100).toFixed(2));
      }),
      { numRuns: 30 },
    );
  });

  it('finds the repetitions that looking back from each breach finds', () => {
    fc.assert(
      fc.property(outcomes(60, 300), (list) => {
        const month = 30;
        const expected: string[] = [];
        for (const account of ['A', 'B']) {
          const breaches = list
            .flatMap(({ repetitions = [] }) => repetitions)
            .filter(({ group }) => group === account)
            .flatMap(({ breaches }) => breaches)
            .sort();
          let open: string[] = [];
          for (const at of breaches) {
            open = [...open.filter((each) => daysBetween(each, at) <= month), at];
            if (open.length < 2) continue;
            expected.push(`${at} ${account}`);
            open = [];
          }
        }
        const found = (summaryOf(list, 300).triggered ?? []).filter(({ id }) => id === 'repeated');
        assert.deepEqual(found.map(({ at, group }) => `${at} ${group}`).sort(), expected.sort());
        assert.ok(found.every(({ amount }) => amount === '99.00'));
      }),
      { numRuns: 30 },
    );
  });

  it('audits a sample of at least its least size, of which every ticket knows, in whatever order', () => {
    fc.assert(
      fc.property(outcomes(60), (list) => {
        for (const audit of summaryOf(list).audits ?? []) {
          const replies = list.flatMap(({ ticket, standards }) =>
            (standards ?? [])
              .filter((each) => each.audit?.window === audit.window)
              .map((each) => ({ ticket, ...each })),
          );
          const drawn = replies.filter((each) => each.audit!.drawn);
          const named = audit.added.map(({ ticket, event }) => `${ticket} ${event}`);
          assert.equal(audit.replies, replies.length);
          assert.equal(audit.sampled, Math.max(drawn.length, Math.min(3, replies.length)));
          const sample = replies.filter(
            (each) => each.audit!.drawn || named.includes(`${each.ticket} ${each.event}`),
          );
          assert.equal(sample.length, audit.sampled);
          assert.equal(audit.passed, sample.filter(({ status }) => status === 'met').length);
          assert.equal(audit.unseen, sample.filter(({ status }) => status === 'not-stated').length);
          const most = Math.max(...sample.map((each) => Number.parseInt(each.audit!.draw, 16)));
          const others = replies.filter((each) => !sample.includes(each));
          for (const each of others) assert.ok(Number.parseInt(each.audit!.draw, 16) >= most);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('owes a report for every window since the first case, also for one without any', () => {
    const at = (instant: string) =>
      simulate(desk, { id: instant, fields: {}, events: [{ at: instant, is: 'received' }] });
    const { reports = [] } = summaryOf([at('2026-01-15T09:00'), at('2026-04-10T09:00')]);
    assert.deepEqual(
      reports.map(({ window, until, due, status, tickets }) => [
        window,
        until,
        due.slice(0, 10),
        status,
        tickets,
      ]),
      [
        ['2026-01-01', '2026-01-31', '2026-02-13', 'past due', 1],
        ['2026-02-01', '2026-02-28', '2026-03-13', 'past due', 0],
        ['2026-03-01', '2026-03-31', '2026-04-14', 'owed', 0],
        ['2026-04-01', '2026-04-30', '2026-05-14', 'running', 1],
      ],
    );
  });

  it('knows nothing of no tickets', () => {
    const { asOf, attainments, metrics, audits, reports, remedies, triggered } = summaryOf([]);
    assert.equal(asOf, null);
    for (const list of [attainments, metrics, audits, reports, remedies, triggered])
      assert.deepEqual(list, []);
  });
});

describe('a shortfall', () => {
  const policy = (attain: string, pays: string) => `
policy desk { version "1" effective 2026-01-01 timezone Europe/Dublin currency EUR begins with received }
ticket { region one of east, west = east }
events received, resolved
benchmark answer { from received until resolved  within 1 day  attain ${attain} }
metric quick from tickets { share where resolved at most 1 day after received  target at least 90% each month per region }
metric many from tickets { count  target at most 2 each month }
remedy missed on shortfall of ${pays} }`;
  const late = Array.from({ length: 3 }, (_, i) => ticket(`L-${i}`, '2026-01-05', '2026-01-12'));
  const good = Array.from({ length: 4 }, (_, i) => ticket(`G-${i}`, '2026-01-05', '2026-01-05'));
  const after = [ticket('after', '2026-02-02', '2026-02-02')];

  const cases: [string, string, object[], [number | undefined, string | undefined][]][] = [
    // 4 of 7 are 57.14%: short by 32.85 points, of which whole ones are paid.
    [
      'at least 90% each month',
      'answer { pays 100 EUR each percent short',
      [...late, ...good, ...after],
      [[32, '3200.00']],
    ],
    [
      'at least 90% each month',
      'answer { pays 100 EUR each percent short for the first 5  pays 1 EUR each percent short after that',
      [...late, ...good, ...after],
      [[32, '527.00']],
    ],
    ['at least 90% each month', 'answer { pays 70 EUR', [...late, ...good, ...after], [[32, '70.00']]],
    ['at least 90% each month', 'answer { pays 70 EUR', [...late, ...good], []],
    ['at least 57% each month', 'answer { pays 70 EUR', [...late, ...good, ...after], []],
    [
      'more than 57% and at least 57.2% each month',
      'answer { pays 70 EUR each percent short',
      [...late, ...good, ...after],
      [[0, '0.00']],
    ],
    [
      'at least 90% each month over at least 8 tickets',
      'answer { pays 70 EUR',
      [...late, ...good, ...after],
      [],
    ],
    ['at least 90%', 'answer { pays 70 EUR', [...late, ...good, ...after], []],
    [
      'at least 90% each month',
      'quick { pays 10 EUR each percent short',
      [...late, ...good, ...after],
      [[32, '320.00']],
    ],
    // Seven where two were promised: 250 percent more.
    [
      'at least 1% each month',
      'many { pays 1 EUR each percent short',
      [...late, ...good, ...after],
      [[250, '250.00']],
    ],
  ];
  for (const [attain, pays, tickets, expected] of cases)
    it(`${attain}, on shortfall of ${pays} }: ${JSON.stringify(expected)}`, () => {
      const { policy: compiled, problems } = compileText(policy(attain, pays));
      assert.ok(compiled, JSON.stringify(problems));
      const engine = loadEngine(compiled);
      const counts = emptyTally();
      for (const each of tickets) tally(engine, counts, simulate(engine, each));
      const { triggered = [] } = summarize(engine, counts);
      assert.deepEqual(
        triggered.map(({ percentShort, amount }) => [percentShort, amount]),
        expected,
      );
    });
});

function ticket(id: string, received: string, resolved: string): object {
  return {
    id,
    fields: {},
    events: [
      { at: `${received}T09:00`, is: 'received' },
      { at: `${resolved}T10:00`, is: 'resolved' },
    ],
  };
}

function summaryOf(list: readonly Outcome[], asOf?: number): Summary {
  return summarize(desk, tallied(list, asOf));
}

/** From local day to local day: a breach lies at the end of its day. */
function daysBetween(from: string, until: string): number {
  return (Date.parse(until.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}

describe('what comes due together', () => {
  it('says why, with its arithmetic', () => {
    const text = readFileSync('test/promises/repetition/accounts/policy.slapolicy', 'utf8');
    const engine = loadEngine(compileText(text).policy!);
    const counts = emptyTally();
    const lines = readFileSync('test/promises/repetition/accounts/tickets.ndjson', 'utf8').trim().split('\n');
    for (const line of lines) tally(engine, counts, simulate(engine, JSON.parse(line)));
    const { triggered = [] } = summarize(engine, counts);
    const sentences = triggered.map(({ because = [] }) => because.map((reason) => reason.text));
    assert.deepEqual(sentences[0]!.slice(1, 4), [
      'resolve was breached the end of Wed 7 Jan 2026, the end of Wed 4 Feb 2026, the end of Mon 6 Apr 2026.',
      'Paid once: 250.00 AUD.',
      'Owed: 250.00 AUD.',
    ]);
    assert.deepEqual(sentences[1]!.slice(1, 3), [
      'The window from 2026-04-01 came to 14.28% of 7, where at least 75% each month over at least 3 tickets was promised: short by 60 full percent.',
      '10 percent at 6000.00 AUD: 60000.00 AUD.',
    ]);
    assert.deepEqual(sentences[2]!.slice(1, 2), [
      'The window from 2026-04-01 came to 7 of 7, where at most 4 each month was promised: short by 75 full percent.',
    ]);
  });

  it('keeps the latest thousand breaches of an account, and tells how many it left out', () => {
    const state = emptyTally();
    const other = emptyTally();
    for (let i = 0; i < 1500; i++)
      addBreach(i % 3 === 0 ? state.breaches : other.breaches, 'repeated|A', i * 86_400_000);
    const merged = merge(state, other);
    assert.deepEqual(merged.breaches, merge(other, state).breaches);
    const { at, dropped } = merged.breaches['repeated|A']!;
    assert.deepEqual([at.length, at[0], dropped], [1000, 500 * 86_400_000, 500]);
    assert.deepEqual(summarize(desk, merged).findings, [{ rule: 'tally/breaches-left-out', count: 500 }]);
  });
});
