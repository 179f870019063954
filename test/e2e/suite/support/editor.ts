import * as vscode from 'vscode';

/** A file of the workspace. */
export function fileNamed(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** By command: what the API opens stays open for minutes after its editor is closed. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const uri = fileNamed(name);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return eventually(`an editor of ${name}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/** Where a text stands in a document, from its `occurrence`th one on, counted from 0. */
export function find(document: vscode.TextDocument, text: string, occurrence = 0): vscode.Range {
  let offset = -1;
  for (let found = 0; found <= occurrence; found++) offset = document.getText().indexOf(text, offset + 1);
  if (offset < 0) throw new Error(`“${text}” is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const range = find(editor.document, text);
  await editor.edit((edit) => edit.replace(range, by));
}

/** Takes back whatever a test wrote, wherever the focus is. */
export async function revert(uri: vscode.Uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (!document?.isDirty) return;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** Waits until something holds; says what was there instead. */
export async function eventually<T>(
  what: string,
  get: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 40_000;
  for (;;) {
    const found = await get();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen`);
    await pause(50);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
  });
}

export function problemsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'slapolicy');
}

/** The diagnostic of a code, as soon as there is one. */
export function problemOf(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return eventually(`${code} in ${uri.path}`, () => problemsIn(uri).find((each) => codeOf(each) === code));
}

export function codeOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : undefined;
}
