import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { activePolicy } from './activePolicy.ts';

/** Writes the compiled policy of the active editor to a file; without `target` the user is asked for one. */
export async function exportPolicy(server: Server, target?: vscode.Uri): Promise<void> {
  const document = activePolicy();
  const answer = document && (await server.request('slapolicy/export', { uri: document.uri.toString() }));
  if (!answer) return;
  if (!answer.ok) {
    void vscode.window.showErrorMessage(answer.message);
    return;
  }
  const file = target ?? (await chooseFile(document.uri, answer.name));
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(answer.text));
  const open = 'Open';
  const message = `Written to ${vscode.workspace.asRelativePath(file)}.`;
  // The command has done its work; whether somebody looks at the file is another matter.
  void vscode.window.showInformationMessage(message, open).then((picked) => {
    if (picked === open) void vscode.window.showTextDocument(file);
  });
}

function chooseFile(policy: vscode.Uri, name: string): Thenable<vscode.Uri | undefined> {
  const folder =
    policy.scheme === 'file'
      ? vscode.Uri.joinPath(policy, '..')
      : vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: 'Export the compiled policy',
    filters: { JSON: ['json'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}
