import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { createWorkspace } from '../../server/model/workspace.ts';
import { cases } from './cases.ts';
import { calculatorSays, engineSays } from './differences.ts';
import { findDisagreement } from './disagreement.ts';
import { textOf } from './textOf.ts';

/** `npm run test:long` does the same for a hundred thousand cases. */
describe('a second, slow calculator', () => {
  it('agrees with the engine on random policies and tickets', () => {
    assert.equal(findDisagreement(20_260_704, 300), undefined);
  });

  it('agrees on the same cases written as policies and scenarios', async () => {
    const holidays = await loadHolidays();
    for (const c of fc.sample(cases(), { seed: 5, numRuns: 60 })) {
      const text = textOf(c);
      const program = createWorkspace({ read: () => text }).program('file:///agreement.slapolicy');
      const { policy, scenarios, problems } = compile(program, { holidays });
      assert.deepEqual(problems, [], text);
      const [scenario] = scenarios;
      assert.equal(scenario?.asOf, c.asOf, text);
      const expected = calculatorSays(c);
      // The compiler covers more days than the calculator walks along.
      if (expected.some(({ due, status }) => due === 'null' && status !== 'paused')) continue;
      assert.deepEqual(engineSays(c, policy, scenario.ticket), expected, text);
    }
  });
});
