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
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    },
    dispose: () => vscode.Disposable.from(provider, changes).dispose(),
  };
}
