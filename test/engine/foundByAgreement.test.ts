import assert from 'node:assert/strict';
import type { TargetCase } from '../oracle/case.ts';
import { calculatorSays, engineSays } from '../oracle/differences.ts';
import { type Example, example } from '../oracle/example.ts';

const minute = 60_000;
const hour = 60 * minute;

function count(
  measure: 'elapsed' | 'open' | 'days' | 'business-days' | 'months',
  amount: number,
): TargetCase {
  return { target: 'count', measure, amount };
}

/** What the slow calculator and the engine once said differently, in the smallest case that showed it. */
const found: { name: string; given: Example; runs: Record<string, string>[] }[] = [
  {
    name: 'a cap in days is not used up by the end of day 0, which the clock does not count either',
    given: {
      benchmark: {
        rows: [{ target: count('business-days', 2) }],
        pauses: [{ while: 'waiting', cap: { measure: 'business-days', amount: 2, per: 'all' } }],
      },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:00', 'held'],
      ],
      asOf: '2026-03-05 12:00',
    },
    runs: [{ status: 'running', paused: '2', due: '2026-03-06T22:59:59.999Z' }],
  },
  {
    name: 'a cap in days counts them when the clock does: at noon, not at midnight',
    given: {
      benchmark: {
        rows: [{ target: count('business-days', 3), by: 720 }],
        pauses: [{ while: 'waiting', cap: { measure: 'business-days', amount: 1, per: 'all' } }],
      },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-03 13:00', 'held'],
      ],
      asOf: '2026-03-05 12:00',
    },
    runs: [{ status: 'running', paused: '1', due: '2026-03-06T11:00:00.000Z' }],
  },
  {
    name: 'a rung whose moment passed during a pause does not hide the end of the pause by its cap',
    given: {
      benchmark: {
        rows: [{ when: 'b', target: count('elapsed', 2 * hour) }, { target: count('elapsed', 8 * hour) }],
        pauses: [{ while: 'waiting', cap: { measure: 'elapsed', amount: 4 * hour, per: 'all' } }],
      },
      rungs: [{ at: 'percent', percent: 50 }],
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:30', 'held'],
        ['2026-03-02 12:00', { kind: 'b' }],
      ],
      asOf: '2026-03-02 18:00',
    },
    runs: [
      {
        status: 'breached',
        due: '2026-03-02T15:00:00.000Z',
        paused: String(4 * hour),
        fired: '2026-03-02T14:30:00.000Z #1.1',
      },
    ],
  },
  {
    name: 'a breached run goes on when it ceases to apply: it is not cancelled',
    given: {
      benchmark: { rows: [{ target: count('elapsed', hour) }], applies: true },
      rungs: [{ at: 'breach', after: { measure: 'elapsed', amount: hour } }],
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:30', { live: false }],
        ['2026-03-02 14:00', 'closed'],
      ],
    },
    runs: [
      {
        status: 'breached',
        stopped: '2026-03-02T13:00:00.000Z',
        elapsed: String(4 * hour),
        fired: '2026-03-02T11:00:00.000Z #1.1',
      },
    ],
  },
  {
    name: 'a run that ceases to apply is cancelled then, and counts no further',
    given: {
      benchmark: { rows: [{ target: count('elapsed', 8 * hour) }], applies: true },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:00', { live: false }],
      ],
      asOf: '2026-03-04 10:00',
    },
    runs: [{ status: 'cancelled', stopped: '2026-03-02T10:00:00.000Z', elapsed: String(hour) }],
  },
  {
    name: 'a run that resumes does so with the row of the fields as they are by then',
    given: {
      benchmark: {
        rows: [{ when: 'b', target: count('elapsed', 10 * hour) }, { target: count('elapsed', 100 * hour) }],
        reopening: 'resumes',
      },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:00', 'closed'],
        ['2026-03-02 12:00', { kind: 'b' }],
        ['2026-03-02 13:00', 'reopened'],
      ],
      asOf: '2026-03-02 14:00',
    },
    runs: [{ status: 'running', target: '10 hours', due: '2026-03-02T21:00:00.000Z' }],
  },
  {
    name: 'a deadline by the closing of a night does not roll on: it belongs to the day on which the night began',
    given: {
      hours: [{ line: 'weekly', days: [4], spans: [{ from: 22 * 60, to: 6 * 60 }] }],
      benchmark: { rows: [{ target: count('days', 1), by: 'close', rolling: true }] },
      log: [['2026-03-05 10:00', 'opened']],
    },
    runs: [{ status: 'running', due: '2026-03-07T05:00:00.000Z' }],
  },
  {
    name: 'all of a target of 0 days is reached when it is due, not at the start',
    given: {
      benchmark: { rows: [{ target: count('days', 0) }] },
      rungs: [{ at: 'percent', percent: 100 }],
      log: [['2026-03-02 10:00', 'opened']],
      asOf: '2026-03-03 10:00',
    },
    runs: [{ due: '2026-03-02T22:59:59.999Z', fired: '2026-03-02T22:59:59.999Z #1.1' }],
  },
  {
    name: 'a run reopened and stopped again at the instant of its late breach has no ladder any more',
    given: {
      benchmark: { rows: [{ target: { target: 'agreed' } }], reopening: 'resumes' },
      rungs: [{ at: 'percent', percent: 25 }],
      fields: { agreed: Date.parse('2026-03-02T08:00:00Z') },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 10:00', 'closed'],
        ['2026-03-02 10:00', 'reopened'],
        ['2026-03-02 10:00', 'closed'],
      ],
    },
    runs: [{ status: 'breached', breachedAt: '2026-03-02T09:00:00.000Z', fired: '' }],
  },
  {
    name: 'a pause that lasts over a stop and a reopening is one pause, with one cap',
    given: {
      benchmark: {
        rows: [{ target: count('elapsed', 10 * hour) }],
        pauses: [{ while: 'waiting', cap: { measure: 'elapsed', amount: 2 * hour, per: 'each' } }],
        reopening: 'resumes',
      },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:00', 'held'],
        ['2026-03-02 12:00', 'closed'],
        ['2026-03-02 13:00', 'reopened'],
      ],
      asOf: '2026-03-02 17:00',
    },
    runs: [{ status: 'running', paused: String(2 * hour), due: '2026-03-02T22:00:00.000Z' }],
  },
  {
    name: 'a pause that ended while the clock was stopped is over: the next one has a cap of its own',
    given: {
      benchmark: {
        rows: [{ target: count('elapsed', 10 * hour) }],
        pauses: [{ while: 'waiting', cap: { measure: 'elapsed', amount: hour, per: 'each' } }],
        reopening: 'resumes',
      },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:00', 'held'],
        ['2026-03-02 12:30', 'closed'],
        ['2026-03-02 13:00', 'released'],
        ['2026-03-02 13:30', 'held'],
        ['2026-03-02 14:00', 'reopened'],
      ],
      asOf: '2026-03-02 17:00',
    },
    runs: [{ status: 'running', paused: String(2 * hour), due: '2026-03-02T22:30:00.000Z' }],
  },
  {
    name: 'a pause is capped while its benchmark does not apply as when it does',
    given: {
      benchmark: {
        rows: [{ target: count('days', 9), by: 12 * 60 }],
        pauses: [{ while: 'waiting', cap: { measure: 'days', amount: 1, per: 'all' } }],
        applies: true,
      },
      log: [
        ['2026-03-02 10:00', 'opened'],
        ['2026-03-02 11:00', { live: false }],
        ['2026-03-03 13:00', 'held'],
        ['2026-03-05 14:00', { live: true }],
      ],
      asOf: '2026-03-05 18:00',
    },
    runs: [{ status: 'running', paused: '1', elapsed: '2' }],
  },
];

describe('once told differently by the slow calculator', () => {
  for (const { name, given, runs } of found) {
    it(name, () => {
      const c = example(given);
      const said = engineSays(c);
      const told = runs.map((run, i) =>
        Object.fromEntries(Object.keys(run).map((key) => [key, said[i]?.[key]])),
      );
      assert.deepEqual(told, runs);
      assert.deepEqual(said, calculatorSays(c));
    });
  }
});
