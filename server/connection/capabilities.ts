import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from '../features/codeActions.ts';

/**
 * What the server can do. Every client must know UTF-16, whatever else it offers, and the text of a file is UTF-16
 * here; so that is what is agreed on, and said.
 */
export const capabilities: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  completionProvider: { resolveProvider: true, triggerCharacters: ['.'] },
  definitionProvider: true,
  documentSymbolProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
