import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../../server/checks/check.ts';
import { workspaceOf } from '../model/files.ts';
import { annotate, annotated } from '../support/annotated.ts';

const folder = 'test/checks/fixtures';

/** Each fixture draws its problems under the code: `//  ^^^^ name/unknown`. */
describe('fixtures', () => {
  for (const name of readdirSync(folder).sort())
    it(name, () => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      const uri = `file:///${name}`;
      const found = check(workspaceOf({ [uri]: text }), uri);
      const places = found.map(({ code, start, end }) => ({ code, start, end }));
      assert.equal(annotate(text, places), annotate(text, annotated(text)));
    });
});
