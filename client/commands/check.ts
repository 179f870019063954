import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { counted } from '../statusItem.ts';
import { activePolicy } from './activePolicy.ts';

/** Runs all checks of the active policy and says what they found. */
export async function check(server: Server): Promise<void> {
  const document = activePolicy();
  const counts = document && (await server.request('slapolicy/check', { uri: document.uri.toString() }));
  if (!counts) return;
  const { errors, warnings, notes } = counts;
  const found = [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')].filter(
    (part) => part !== '',
  );
  if (found.length > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  const name = vscode.workspace.asRelativePath(document.uri);
  vscode.window.setStatusBarMessage(`${name}: ${found.join(', ') || 'no problems'}`, 8000);
}
