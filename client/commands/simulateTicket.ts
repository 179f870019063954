import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { activePolicy } from './activePolicy.ts';
import type { Pages } from './pages.ts';

type Choice = vscode.QuickPickItem & { readonly scenario?: string };

/** The largest file of tickets that is sent to the server; larger ones are for the command line. */
const mostBytes = 5_000_000;

/**
 * Runs a scenario of the active policy, or a file of tickets, and shows what became of it. `chosen` is a scenario's
 * title or the file; without it the user is asked.
 */
export async function simulateTicket(
  server: Server,
  pages: Pages,
  chosen?: string | vscode.Uri,
): Promise<void> {
  const document = activePolicy();
  if (!document) return;
  const uri = document.uri.toString();
  const what = chosen ?? (await choose(server, uri));
  if (what === undefined) return;
  const params =
    typeof what === 'string' ? { uri, scenario: what } : { uri, tickets: await readTickets(what) };
  if ('tickets' in params && params.tickets === undefined) return;
  const answer = await server.request('slapolicy/simulate', params);
  if (!answer) return;
  if (answer.ok) await pages.show(answer.name, answer.text);
  else void vscode.window.showErrorMessage(answer.message);
}

async function choose(server: Server, uri: string): Promise<string | vscode.Uri | undefined> {
  const scenarios = (await server.request('slapolicy/scenarios', { uri })) ?? [];
  const choices: Choice[] = [
    ...scenarios.map(({ title, line }) => ({
      label: title,
      description: `line ${line + 1}`,
      iconPath: new vscode.ThemeIcon('beaker'),
      scenario: title,
    })),
    {
      label: 'A file of tickets…',
      description: 'NDJSON or JSON',
      iconPath: new vscode.ThemeIcon('folder-opened'),
    },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: 'Simulate a ticket',
    placeHolder: 'A scenario of this file, or tickets from another',
  });
  return picked && (picked.scenario ?? chooseFile());
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: 'A file of tickets',
    filters: { Tickets: ['ndjson', 'jsonl', 'json'] },
  });
  return picked?.[0];
}

async function readTickets(file: vscode.Uri): Promise<string | undefined> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > mostBytes) {
    const message = `${vscode.workspace.asRelativePath(file)} is larger than 5 MB. Run it with \`slapolicy simulate\`.`;
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
