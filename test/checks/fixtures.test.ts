import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../../server/checks/check.ts';
import { compile } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import type { Program } from '../../server/model/program.ts';
import { workspaceOf } from '../model/files.ts';
import { annotate, annotated } from '../support/annotated.ts';

const holidays = await loadHolidays();
const compiler = (program: Program) => compile(program, { holidays });
const folder = 'test/checks/fixtures';

/** Each fixture draws its problems under the code: `//  ^^^^ name/unknown`. */
describe('fixtures', () => {
  for (const name of readdirSync(folder).sort())
    it(name, () => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      const uri = `file:///${name}`;
      const found = check(workspaceOf({ [uri]: text }), uri, { compile: compiler });
      const places = found.map(({ code, start, end }) => ({ code, start, end }));
      assert.equal(annotate(text, places), annotate(text, annotated(text)));
    });
});
