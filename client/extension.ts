import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands.ts';
import { createServer } from './server.ts';
import { showState } from './statusItem.ts';

let stopServer: (() => Promise<void>) | undefined;

/** Returns at once; the client's library and the server are loaded afterwards. */
export function activate(context: ExtensionContext): void {
  const server = createServer(context);
  stopServer = server.stop;
  context.subscriptions.push(showState(server), ...registerCommands(server));
  setImmediate(() => void server.start());
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}
