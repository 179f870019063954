import * as vscode from 'vscode';

/** The policy in the active editor; says so where there is none. */
export function activePolicy(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'slapolicy') return document;
  void vscode.window.showInformationMessage(
    'Open a .slapolicy file first: the command works on the active editor.',
  );
  return undefined;
}
