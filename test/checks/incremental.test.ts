import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check } from '../../server/checks/check.ts';
import { home, workspaceOf } from '../model/files.ts';

const source = readFileSync('test/checks/fixtures/northwind.slapolicy', 'utf8');
const words = [...new Set(source.match(/[a-z-]+|[{}]|"|\d+|\n/g))];

/** Where, how much goes, and what comes instead: words of the text itself, so that many edits make sense. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 12 }),
  insert: fc.oneof(fc.constantFrom(...words), fc.constantFrom('', ' ', '\n', '// ', '/*', '}')),
});

describe('checking after an edit', () => {
  it('finds what checking from scratch finds', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const workspace = workspaceOf({ [home]: source });
        check(workspace, home);
        let text = source;
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          workspace.set(home, text);
          assert.deepEqual(check(workspace, home), check(workspaceOf({ [home]: text }), home));
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('keeps what an edit elsewhere does not touch', () => {
    const workspace = workspaceOf({ [home]: source });
    const before = workspace.program(home);
    const changed = source.replace('within  1 hour ', 'within  2 hours ');
    assert.notEqual(changed, source);
    workspace.set(home, changed);
    const after = workspace.program(home);
    const kept = new Set(before.documents[0]!.tree.pieces.map(({ piece }) => piece));
    const fresh = after.documents[0]!.tree.pieces.filter(({ piece }) => !kept.has(piece));
    assert.equal(fresh.length, 1);
    assert.equal(workspace.program(home), after);
  });
});
