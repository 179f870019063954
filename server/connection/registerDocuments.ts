import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guardEvent } from './guard.ts';
import type { Session } from './session.ts';

/** Keeps the texts of open files as the editor has them, and checks them. */
export function registerDocuments({ documents, service, checking, addresses, disk, log }: Session): void {
  const known = new Set<string>();
  const refresh = () => {
    for (const uri of disk.changed()) service.invalidate(uri);
  };
  const on = <P extends { document: TextDocument }>(
    what: string,
    run: (uri: string, document: TextDocument) => void,
  ) => guardEvent<P>(log, what, ({ document }) => run(addresses.inside(document.uri), document));
  // A file that is opened arrives here too, with its first text.
  documents.onDidChangeContent(
    on('a change of text', (uri, document) => {
      const isNew = !known.has(uri);
      if (isNew) refresh();
      known.add(uri);
      service.open(uri, document.getText());
      if (isNew) checking.opened(uri);
      else checking.changed(uri);
    }),
  );
  documents.onDidSave(
    on('saving a file', (uri) => {
      refresh();
      checking.saved(uri);
    }),
  );
  documents.onDidClose(
    on('closing a file', (uri) => {
      known.delete(uri);
      service.close(uri);
      checking.closed(uri);
    }),
  );
}
