import assert from 'node:assert/strict';
import { createWorkspace } from '../../server/model/workspace.ts';

const policy = 'file:///work/policy.slapolicy';
const roster = 'file:///work/people/roster.csv';

function opened() {
  const files = new Map([
    [policy, 'people from "people/roster.csv"'],
    [roster, 'name\nana'],
  ]);
  const workspace = createWorkspace({ read: (uri) => files.get(uri) });
  const text = () => workspace.program(policy).rosters[0]?.source?.text;
  return { files, workspace, text };
}

describe('the rosters of a program', () => {
  it('are found beside the file that names them', () => {
    assert.equal(opened().text(), 'name\nana');
  });

  it('are read once, and again when they change', () => {
    const { files, workspace, text } = opened();
    const before = workspace.program(policy);
    assert.equal(workspace.program(policy), before);
    files.set(roster, 'name\nben');
    assert.equal(text(), 'name\nana');
    workspace.invalidate(roster);
    assert.notEqual(workspace.program(policy), before);
    assert.equal(text(), 'name\nben');
  });

  it('may be missing, and come later', () => {
    const { files, workspace, text } = opened();
    files.delete(roster);
    assert.equal(text(), undefined);
    assert.ok(workspace.knows(roster));
    files.set(roster, 'name\nana');
    workspace.invalidate(roster);
    assert.equal(text(), 'name\nana');
  });

  it('are those of the editor while they are open there', () => {
    const { workspace, text } = opened();
    assert.equal(text(), 'name\nana');
    workspace.set(roster, 'name\ncarla');
    assert.equal(text(), 'name\ncarla');
    workspace.remove(roster);
    assert.equal(text(), 'name\nana');
  });

  it('leave the program as it is where another file changes', () => {
    const { workspace } = opened();
    const before = workspace.program(policy);
    assert.ok(!workspace.knows('file:///work/other.csv'));
    workspace.invalidate('file:///work/other.csv');
    assert.equal(workspace.program(policy), before);
  });
});
