import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { check } from '../../server/checks/check.ts';
import { rules } from '../../server/checks/rules.ts';
import { compile } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { quickFixes } from '../../server/features/codeActions/quickFixes.ts';
import { findCodeActions } from '../../server/features/codeActions.ts';
import { rangeOf } from '../../server/features/ranges.ts';
import { offsetAt } from '../../server/model/document.ts';
import type { Program } from '../../server/model/program.ts';
import { workspaceOf } from '../model/files.ts';
import { marked } from '../support/marked.ts';

const holidays = await loadHolidays();
const compiler = (program: Program) => compile(program, { holidays });
const uri = 'file:///example.slapolicy';

/** Their fixes need more than the example, see the cases of code actions. */
const elsewhere = new Set(['import/missing', 'clause/missing']);

describe('quick fixes of the failing examples', () => {
  for (const { code, failing } of rules) {
    const { text } = marked(failing);
    const actions = actionsFor(text);
    if (quickFixes[code] && !elsewhere.has(code))
      it(`${code} has one`, () => assert.notEqual(actions.length, 0));
    for (const { title, edits } of actions)
      it(`${code}: ${title}`, () => {
        const before = problems(text);
        const mended = apply(text, edits);
        const after = problems(mended);
        assert.ok(after.length < before.length, `${mended}\n${JSON.stringify(after, null, 1)}`);
        assert.deepEqual(
          after.filter((problem) => !before.some(({ code: known }) => known === problem.code)),
          [],
          mended,
        );
      });
  }
});

function actionsFor(text: string): { title: string; edits: TextEdit[] }[] {
  const workspace = workspaceOf({ [uri]: text });
  const source = workspace.source(uri)!;
  const options = {
    compile: compiler,
    only: ['quickfix'],
    zones: () => ['Australia/Sydney', 'Europe/Berlin', 'UTC'],
  };
  return findCodeActions(workspace, uri, rangeOf(source, 0, text.length), options).map(({ title, edit }) => ({
    title,
    edits: edit?.changes?.[uri] ?? [],
  }));
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const document = workspaceOf({ [uri]: text }).document(uri)!;
  return edits
    .map(({ range, newText }) => ({
      start: offsetAt(document, range.start),
      end: offsetAt(document, range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, newText }) => whole.slice(0, start) + newText + whole.slice(end), text);
}

function problems(text: string) {
  return check(workspaceOf({ [uri]: text }), uri, { compile: compiler });
}
