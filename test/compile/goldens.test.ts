import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../../server/checks/check.ts';
import { compile } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { load } from '../../server/engine/load.ts';
import { createWorkspace } from '../../server/model/workspace.ts';
import { matchesGolden } from '../support/golden.ts';

const folder = new URL('goldens/', import.meta.url);
const holidays = await loadHolidays();

/** Each folder is a policy, and what the engine is given of it. */
describe('compiled policies', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, () => {
      const uri = new URL(`${name}/policy.slapolicy`, folder).href;
      const workspace = createWorkspace({ read: (each) => readFileSync(new URL(each), 'utf8') });
      const result = compile(workspace.program(uri), { holidays, zoneData: 'of this test' });
      const errors = check(workspace, uri, { imports: true }).filter(({ severity }) => severity === 'error');
      assert.deepEqual(errors, []);
      assert.deepEqual(result.problems, []);
      const json = JSON.parse(JSON.stringify(result.policy));
      assert.deepEqual(json, result.policy);
      assert.equal(load(json).ok, true);
      matchesGolden(`test/compile/goldens/${name}/policy.json`, lines(result.policy));
    });
  }
});

/** JSON with what belongs together on one line. */
function lines(value: unknown): string {
  let text = JSON.stringify(value, null, 1);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/([[{])\n\s*((?:[^[\]{}\n]|\n|\{ [^{}]* \}|\[[^[\]{}\n]*\])*?)\n\s*([\]}])/g, fold);
  }
  return `${text}\n`;
}

function fold(whole: string, open: string, inner: string): string {
  const line = inner.replace(/\n\s*/g, ' ');
  if (line.length > 90) return whole;
  return open === '[' ? `[${line}]` : `{ ${line} }`;
}
