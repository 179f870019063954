import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Outcome } from '../../../server/engine/outcome.ts';
import { simulate } from '../../../server/engine/simulation/simulate.ts';
import { merge } from '../../../server/engine/tally/merge.ts';
import { summarize } from '../../../server/engine/tally/summary.ts';
import type { Tally } from '../../../server/engine/tally/tally.ts';
import { tallyText } from '../../../server/engine/tally/tallyText.ts';
import '../../support/properties.ts';
import { desk, instantOfDay, outcomes, tallied } from './desk.ts';

/** Every tally in two texts: as it is stored, and what it comes to. */
function bytes(state: Tally): string {
  return `${tallyText(state)}\n${JSON.stringify(summarize(desk, state))}`;
}

/** Some outcomes, each with the number of the part that it goes to, and an order. */
const dealt = (asOf?: number) =>
  outcomes(40, asOf).chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: list.length, maxLength: list.length }),
      fc.shuffledSubarray(list, { minLength: list.length }),
    ),
  );

function parted(list: readonly Outcome[], parts: readonly number[], asOf?: number): Tally[] {
  return [0, 1, 2, 3, 4].map((part) =>
    tallied(
      list.filter((_, i) => parts[i] === part),
      asOf,
    ),
  );
}

describe('a tally', () => {
  for (const [what, asOf] of [
    ['each ticket as of its last event', undefined],
    ['all tickets as of one instant', 120],
  ] as const) {
    describe(what, () => {
      it('is the same in whatever order the tickets come', () => {
        fc.assert(
          fc.property(dealt(asOf), ([list, , shuffled]) => {
            assert.equal(bytes(tallied(shuffled, asOf)), bytes(tallied(list, asOf)));
          }),
          { numRuns: 40 },
        );
      });

      it('is the same in whatever parts, merged from the left or from the right', () => {
        fc.assert(
          fc.property(dealt(asOf), ([list, parts]) => {
            const whole = bytes(tallied(list, asOf));
            const split = parted(list, parts, asOf);
            assert.equal(bytes(split.reduce(merge)), whole);
            assert.equal(bytes(split.reduceRight((a, b) => merge(b, a))), whole);
            assert.equal(bytes(split.reduce((a, b) => merge(b, a))), whole);
          }),
          { numRuns: 40 },
        );
      });

      it('goes on the same after it was stored', () => {
        fc.assert(
          fc.property(dealt(asOf), ([list, parts]) => {
            const stored = parted(list, parts, asOf).map((each) => JSON.parse(tallyText(each)) as Tally);
            assert.equal(bytes(stored.reduce(merge)), bytes(tallied(list, asOf)));
          }),
          { numRuns: 20 },
        );
      });
    });
  }

  it('leaves what is merged as it was', () => {
    fc.assert(
      fc.property(outcomes(15), outcomes(15), (a, b) => {
        const [left, right] = [tallied(a), tallied(b)];
        const before = [tallyText(left), tallyText(right)];
        merge(left, right);
        assert.deepEqual([tallyText(left), tallyText(right)], before);
      }),
      { numRuns: 20 },
    );
  });

  it('counts a run as breached as soon as a later ticket shows that it has fallen due', () => {
    const received = (id: string, at: string) =>
      simulate(desk, { id, fields: {}, events: [{ at, is: 'received' }] });
    const early = received('early', '2026-03-02T09:00');
    const running = summarize(desk, tallied([early])).benchmarks[0]!;
    assert.deepEqual([running.running, running.breached], [1, 0]);
    const both = summarize(desk, tallied([early, received('late', '2026-03-06T09:00')])).benchmarks[0]!;
    assert.deepEqual([both.running, both.breached], [1, 1]);
    const asked = summarize(desk, tallied([early]), Date.parse('2026-03-05T12:59:59.999Z')).benchmarks[0]!;
    assert.deepEqual([asked.running, asked.breached], [0, 1], 'due the end of 5 March in Sydney');
  });

  it('holds only runs that are still open, however many there were', () => {
    const list = Array.from({ length: 3000 }, (_, i) =>
      simulate(desk, {
        id: `T-${i}`,
        fields: {},
        events: [{ at: new Date(instantOfDay(0) + i * 600_000).toISOString(), is: 'received' }],
      }),
    );
    // 3 days of tickets every ten minutes.
    assert.ok(Object.keys(tallied(list).pending).length < 3 * 144 + 200);
    assert.equal(Object.keys(tallied(list, 365).pending).length, 0);
  });

  it('takes names that every object has', () => {
    const state = tallied([]);
    const { benchmarks } = summarize(desk, { ...state, runs: JSON.parse('{"constructor":{"met":1}}') });
    assert.equal(benchmarks[0]!.runs, 0);
  });
});
