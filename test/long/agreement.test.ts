import fc from 'fast-check';
import { assertAgreement } from '../oracle/assertAgreement.ts';
import { cases } from '../oracle/cases.ts';

const batches = 100;
const each = 1000;

/** A hundred thousand random cases, in batches whose seeds are their numbers, so that one can be run again by itself. */
describe('the engine and the slow calculator, at length', () => {
  for (let seed = 1; seed <= batches; seed++) {
    it(`agree on batch ${seed} of ${each} random cases`, () => {
      fc.assert(fc.property(cases(), assertAgreement), { numRuns: each, seed });
    });
  }
});
