import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type { Diagnostic, InitializeParams, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';

/** A server process as an editor talks to it. */
export interface RunningServer {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  initialize(params?: Partial<InitializeParams>): Promise<unknown>;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, version: number, changes: { range?: object; text: string }[]): Promise<void>;
  /** The next diagnostics of a file that fit, older ones included; with a version only those of no text before it. */
  diagnostics(
    uri: string,
    fits: (diagnostics: Diagnostic[]) => boolean,
    version?: number,
  ): Promise<Diagnostic[]>;
  /** Everything published so far, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** The exit code after `shutdown` and `exit`. */
  stop(): Promise<number | null>;
}

const root = join(import.meta.dirname, '../..');

/** Starts the server from its source, over standard input and output. */
export function startServer(): RunningServer {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/server.ts', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(child.stdout, child.stdin);
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const look of waiting) look();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', () => [null]);
  connection.listen();

  return {
    connection,
    process: child,
    published,
    initialize: async (params = {}) => {
      const result = await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
        ...params,
      });
      await connection.sendNotification('initialized', {});
      return result;
    },
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'slapolicy', version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    diagnostics: (uri, fits, version = 0) => {
      let seen = 0;
      return new Promise((done) => {
        const look = () => {
          for (; seen < published.length; seen++) {
            const each = published[seen]!;
            if (each.uri !== uri || (each.version ?? 0) < version || !fits(each.diagnostics)) continue;
            published.splice(0, seen + 1);
            waiting.delete(look);
            done(each.diagnostics);
            return;
          }
        };
        waiting.add(look);
        look();
      });
    },
    stop: async () => {
      const exited = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const [code] = await exited;
      return code as number | null;
    },
  };
}
