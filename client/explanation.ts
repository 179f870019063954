import * as vscode from 'vscode';

/** The code and the page of one of our diagnostics; undefined for others. */
export interface Explained {
  readonly code: string;
  readonly page: vscode.Uri;
}

/** The server links to a page of text; here the link opens it as it is meant to be read. */
export function withExplanation(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object') return diagnostic;
  const argument = encodeURIComponent(JSON.stringify([String(code.value), code.target.toString()]));
  diagnostic.code = { value: code.value, target: vscode.Uri.parse(`command:slapolicy.explain?${argument}`) };
  return diagnostic;
}

/** What the link of a diagnostic leads to. */
export function explainedBy({ code }: vscode.Diagnostic): Explained | undefined {
  if (typeof code !== 'object' || code.target.scheme !== 'command') return undefined;
  const [value, page] = JSON.parse(decodeURIComponent(code.target.query)) as [string, string];
  return { code: value, page: vscode.Uri.parse(page) };
}
