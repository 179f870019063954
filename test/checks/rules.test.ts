import assert from 'node:assert/strict';
import { check } from '../../server/checks/check.ts';
import { rules } from '../../server/checks/rules.ts';
import { compile } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import type { Program } from '../../server/model/program.ts';
import { workspaceOf } from '../model/files.ts';
import { marked } from '../support/marked.ts';

const holidays = await loadHolidays();
const compiler = (program: Program) => compile(program, { holidays });
const uri = 'file:///example.slapolicy';

describe('rules', () => {
  for (const rule of rules) {
    it(`${rule.code}: the failing example fails at its marks, and for nothing else`, () => {
      const { text, ranges } = marked(rule.failing);
      const found = problems(text).map(({ code, start, end }) => ({ code, start, end }));
      assert.ok(ranges.length > 0);
      assert.deepEqual(
        found,
        ranges.map(({ start, end }) => ({ code: rule.code, start, end })),
      );
    });
    it(`${rule.code}: the passing example passes`, () => {
      assert.deepEqual(problems(marked(rule.passing).text), []);
    });
  }

  it('have codes of two words, each once, in the style of the pages', () => {
    const codes = rules.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z]+\/[a-z]+(-[a-z]+)*$/);
  });
});

function problems(text: string) {
  return check(workspaceOf({ [uri]: text }), uri, { compile: compiler });
}
