import * as vscode from 'vscode';
import { check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { exportPolicy } from './commands/exportPolicy.ts';
import { createPages } from './commands/pages.ts';
import { simulateTicket } from './commands/simulateTicket.ts';
import type { Server } from './server.ts';

/** Every command of the extension, by its id in package.json. */
export function registerCommands(server: Server): vscode.Disposable[] {
  const pages = createPages();
  const commands: Record<string, (...args: never[]) => unknown> = {
    'slapolicy.check': () => check(server),
    'slapolicy.format': () => vscode.commands.executeCommand('editor.action.formatDocument'),
    'slapolicy.simulateTicket': (chosen?: string | vscode.Uri) => simulateTicket(server, pages, chosen),
    'slapolicy.export': (target?: vscode.Uri) => exportPolicy(server, target),
    'slapolicy.explain': explain,
    'slapolicy.restartServer': () => server.restart(),
    'slapolicy.showOutput': () => server.output.show(),
  };
  const registered = Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
  return [pages, ...registered];
}
