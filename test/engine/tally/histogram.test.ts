import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addHistogram,
  addValue,
  emptyHistogram,
  type Histogram,
  mostDistinct,
  percentileOf,
} from '../../../server/engine/tally/histogram.ts';
import { decimalOf, decimalTextOf, unitsOf } from '../../../server/engine/value/decimal.ts';
import '../../support/properties.ts';

const decimals = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, digits]) => decimalTextOf({ n: BigInt(n), d: 10n ** BigInt(digits) }));
const ranks = fc.integer({ min: 1, max: 100 });

function histogramOf(values: readonly string[]): Histogram {
  const histogram = emptyHistogram();
  for (const value of values) addValue(histogram, value, 1);
  return histogram;
}

/** The nearest rank, by sorting. */
function sortedAt(values: readonly string[], rank: number): string {
  const sorted = [...values].sort((a, b) => Number(unitsOf(a) - unitsOf(b)));
  return sorted[Math.ceil((rank * values.length) / 100) - 1]!;
}

describe('a histogram', () => {
  it('gives the percentile that sorting gives', () => {
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 1, maxLength: 60 }), ranks, (values, rank) => {
        const found = percentileOf(histogramOf(values), { n: BigInt(rank), d: 1n });
        assert.equal(found, sortedAt(values, rank));
      }),
    );
  });

  it('has no percentile of nothing', () => {
    assert.equal(percentileOf(emptyHistogram(), { n: 50n, d: 1n }), undefined);
  });

  it('stays small, and the same in any order and any parts; what it gives is rounded up by less than a step', () => {
    // As many different values as are kept, and half as many again, far apart and close together.
    const values = Array.from({ length: 1.5 * mostDistinct }, (_, i) => String((i * 7919) % 1_000_003));
    const whole = histogramOf(values);
    assert.ok(whole.distinct <= mostDistinct);
    assert.equal(whole.distinct, Object.keys(whole.counts).length);
    assert.notEqual(whole.step, null);
    assert.deepEqual(sortedCounts(histogramOf([...values].reverse())), sortedCounts(whole));
    for (const at of [100, 4000, mostDistinct + 1]) {
      const left = histogramOf(values.slice(0, at));
      addHistogram(left, histogramOf(values.slice(at)));
      assert.deepEqual(sortedCounts(left), sortedCounts(whole), `split at ${at}`);
      const right = histogramOf(values.slice(at));
      addHistogram(right, histogramOf(values.slice(0, at)));
      assert.deepEqual(sortedCounts(right), sortedCounts(whole), `split at ${at}, the other way round`);
    }
    const step = 10 ** whole.step!;
    for (const rank of [1, 50, 95, 100]) {
      const exact = Number(sortedAt(values, rank));
      const given = Number(percentileOf(whole, { n: BigInt(rank), d: 1n }));
      assert.ok(given >= exact && given < exact + step, `${rank}: ${given} for ${exact}`);
    }
  });
});

function sortedCounts({ step, counts, distinct }: Histogram): unknown {
  return { step, distinct, counts: Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)) };
}

describe('decimals', () => {
  it('are exact to the twelfth, and there rounded half up', () => {
    assert.equal(decimalTextOf({ n: 1n, d: 3n }), '0.333333333333');
    assert.equal(decimalTextOf({ n: 2n, d: 3n }), '0.666666666667');
    assert.equal(decimalTextOf({ n: -1n, d: 3n }), '-0.333333333333');
    assert.equal(decimalTextOf({ n: 1n, d: 2_000_000_000_000n }), '0.000000000001');
    assert.equal(decimalTextOf({ n: -1n, d: 2_000_000_000_000n }), '0');
    assert.equal(decimalTextOf({ n: 950n, d: 100n }), '9.5');
    assert.equal(decimalTextOf({ n: 8n, d: 1n }), '8');
  });

  it('are read as they were written', () => {
    fc.assert(fc.property(decimals, (text) => assert.equal(decimalOf(unitsOf(text)), text)));
  });
});
