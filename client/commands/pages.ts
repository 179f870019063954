import * as vscode from 'vscode';

/** Texts that are shown but stand in no file. */
export interface Pages extends vscode.Disposable {
  /** Shows a text in Markdown beside the policy; a later one of the same name takes its place. */
  show(name: string, text: string): Promise<void>;
}

const scheme = 'slapolicy-outcome';

export function createPages(): Pages {
  const texts = new Map<string, string>();
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
  });
  return {
    show: async (name, text) => {
      const uri = vscode.Uri.from({ scheme, path: `/${name.replace(/[\\/:]/g, '-')}.md` });
      texts.set(uri.path, text);
      changes.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.Beside,
        preserveFocus: true,
      });
    },
    dispose: () => vscode.Disposable.from(provider, changes).dispose(),
  };
}
