import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'vscode-languageserver';
import { LSPErrorCodes } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './connection/serve.ts';

/** This file is bundled into `dist/`, and stands in `server/`: either way the project's root is one folder up. */
const root = new URL('../', import.meta.url);

/** A request that is cancelled before its turn is not begun. */
const options: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) => ({
      jsonrpc: message.jsonrpc,
      id: null,
      error: { code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled.' },
    }),
  },
};

const transports = ['--node-ipc', '--socket', '--pipe'];
const usesTransport = process.argv.some((arg) => transports.some((each) => arg.startsWith(each)));
// Standard input and output unless the client asks for something else.
const connection = usesTransport
  ? createConnection(options)
  : createConnection(process.stdin, process.stdout, options);

serve(connection, { name: 'slapolicy', version: versionOf(root), root });

function versionOf(folder: URL): string {
  try {
    return String(JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version);
  } catch {
    return 'unknown';
  }
}
