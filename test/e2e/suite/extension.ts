import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask } from './support/control.ts';

describe('trivial', () => {
  it('opens', async () => {
    assert.ok(vscode.version);
    await ask('print', { line: vscode.version });
    const [uri] = await vscode.workspace.findFiles('**/*.slapolicy');
    await vscode.window.showTextDocument(uri!);
    await new Promise((d) => setTimeout(d, 1000));
    await ask('screenshot', { name: 'trivial' });
  });
});
