import { setImmediate } from 'node:timers/promises';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { findPolicies } from './findPolicies.ts';
import { guardEvent } from './guard.ts';
import type { Session } from './session.ts';

/** Learns of folders, of files that change on disk, and of settings. */
export function registerWorkspace({ connection, service, checking, addresses, log, client }: Session): void {
  const readSettings = async (): Promise<void> => {
    if (!client.hasConfiguration) return;
    const settings: unknown = await connection.workspace.getConfiguration('slapolicy.checks');
    const delay =
      settings && typeof settings === 'object' && 'delay' in settings ? settings.delay : undefined;
    if (typeof delay === 'number' && delay >= 0) checking.delay = delay;
  };
  const learn = async (folders: readonly string[]): Promise<void> => {
    for (const folder of folders) {
      for (const uri of await findPolicies(folder)) {
        service.learn(uri);
        // There may be many, and somebody may be typing.
        await setImmediate();
      }
    }
    checking.checkAll();
  };
  connection.onInitialized(
    guardEvent(log, 'starting', async () => {
      if (client.watchesFiles)
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          // Policies, and what may be a roster of one.
          watchers: [{ globPattern: '**/*.{slapolicy,csv,json}' }],
        });
      if (client.hasFolders)
        connection.workspace.onDidChangeWorkspaceFolders(
          guardEvent(log, 'a change of folders', ({ added }) => learn(added.map(({ uri }) => uri))),
        );
      await readSettings();
      await learn(client.folders);
    }),
  );
  connection.onDidChangeConfiguration(guardEvent(log, 'a change of settings', readSettings));
  connection.onDidChangeWatchedFiles(
    guardEvent(log, 'a change on disk', ({ changes }) => {
      const uris = changes.map(({ uri }) => addresses.inside(uri));
      const counted = uris.filter((uri) => uri.endsWith('.slapolicy') || service.knows(uri));
      if (counted.length === 0) return;
      for (const uri of counted) {
        service.invalidate(uri);
        if (uri.endsWith('.slapolicy')) service.learn(uri);
      }
      checking.checkAll();
    }),
  );
}
