import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '../../server/compile/compile.ts';
import { judge } from '../../server/compile/judge.ts';
import { loadEngine } from '../../server/engine/load.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { createWorkspace } from '../../server/model/workspace.ts';

/** Makes a test of every scenario in a folder's policies, which count no holidays of real regions. */
export function runScenarios(folder: URL): void {
  const workspace = createWorkspace({ read: (uri) => readFileSync(new URL(uri), 'utf8') });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.slapolicy'))) {
    describe(file, () => {
      const { policy, scenarios, problems } = compile(workspace.program(new URL(file, folder).href));
      it('compiles', () => assert.deepEqual(problems, []));
      if (!policy) return;
      const engine = loadEngine(policy);
      for (const scenario of scenarios) {
        it(scenario.title, () => {
          const outcome = simulate(engine, scenario.ticket, { asOf: scenario.asOf, reasons: true });
          for (const expectation of scenario.expect) {
            const { ok, expected, actual } = judge(expectation, outcome, engine);
            assert.ok(ok, `expected ${expected}, but was ${actual}`);
          }
        });
      }
    });
  }
}
