import fc from 'fast-check';
import { assertAgreement } from './assertAgreement.ts';
import { cases } from './cases.ts';

/** A second, slow and obvious calculator says the same of random calendars, clocks and logs; `test/long` runs many more. */
describe('the engine and the slow calculator', () => {
  it('agree on 400 random cases', () => {
    fc.assert(fc.property(cases(), assertAgreement), { numRuns: 400 });
  }).timeout(120_000);
});
