import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilities } from './capabilities.ts';
import { registerDocuments } from './registerDocuments.ts';
import { registerFeatures } from './registerFeatures.ts';
import { registerOwnRequests } from './registerOwnRequests.ts';
import { registerWorkspace } from './registerWorkspace.ts';
import { createSession, type ServerInfo } from './session.ts';

/** Serves one client until it goes away. */
export function serve(connection: Connection, info: ServerInfo): void {
  const documents = new TextDocuments(TextDocument);
  documents.listen(connection);
  connection.onInitialize((params) => {
    const session = createSession(connection, documents, params, info);
    registerDocuments(session);
    registerWorkspace(session);
    registerFeatures(session);
    registerOwnRequests(session);
    return { capabilities, serverInfo: { name: info.name, version: info.version } };
  });
  connection.listen();
}
