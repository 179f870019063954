import * as vscode from 'vscode';
import { type Explained, explainedBy } from '../explanation.ts';

/** Shows the page that explains a diagnostic; without one, that of the diagnostic at the cursor or a chosen one. */
export async function explain(code?: string, page?: string): Promise<void> {
  const explained =
    code !== undefined && page !== undefined ? { code, page: vscode.Uri.parse(page) } : await choose();
  if (!explained) return;
  await vscode.commands.executeCommand('markdown.showPreview', explained.page);
}

async function choose(): Promise<Explained | undefined> {
  const editor = vscode.window.activeTextEditor;
  const all = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const explained = all.flatMap((diagnostic) => {
    const found = explainedBy(diagnostic);
    return found ? [{ ...found, diagnostic }] : [];
  });
  const here = explained.filter(
    ({ diagnostic }) => editor && diagnostic.range.intersection(editor.selection),
  );
  const candidates = here.length > 0 ? here : explained;
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage('There is no diagnostic in this file to explain.');
    return undefined;
  }
  if (candidates.length === 1) return candidates[0];
  return vscode.window.showQuickPick(
    candidates.map((each) => ({ ...each, label: each.code, detail: each.diagnostic.message })),
    { title: 'Explain which diagnostic?' },
  );
}
