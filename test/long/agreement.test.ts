import assert from 'node:assert/strict';
import { findDisagreement } from '../oracle/disagreement.ts';

const batch = 1000;
const cases = Number(process.env.AGREEMENT_CASES ?? 100_000);
const first = Number(process.env.AGREEMENT_FROM ?? 0);

/**
 * Each batch has its own seed, so that a run that was broken off goes on where it was: AGREEMENT_FROM is the number of
 * the batch to begin with, AGREEMENT_CASES how many cases there are in all.
 */
describe('a second, slow calculator', () => {
  it(`agrees with the engine on ${cases} random policies and tickets`, function agrees() {
    this.timeout(0);
    const begun = performance.now();
    for (let number = first; number * batch < cases; number++) {
      const runs = Math.min(batch, cases - number * batch);
      assert.equal(findDisagreement(1_000_000 + number, runs), undefined);
      if (number % 5 === 4) {
        const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
        console.log(
          `      ${(number + 1) * batch} cases agree after ${minutes} minutes; AGREEMENT_FROM=${number + 1}`,
        );
      }
    }
  });
});
