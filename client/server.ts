import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Checked, FormatRefused, InitializationOptions, OwnRequest } from '../server/protocol.ts';
import { withExplanation } from './explanation.ts';

type RequestOf<M extends OwnRequest['method']> = Extract<OwnRequest, { method: M }>;

/** `failed` until it is started again. */
export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

/** The language server, as the rest of the client sees it. */
export interface Server {
  /** Does nothing while it runs. */
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Undefined where the server cannot be had; the reason has been shown. */
  request<M extends OwnRequest['method']>(
    method: M,
    params: RequestOf<M>['params'],
  ): Promise<RequestOf<M>['result'] | undefined>;
  readonly state: ServerState;
  readonly onState: vscode.Event<ServerState>;
  readonly onChecked: vscode.Event<Checked['params']>;
  readonly output: vscode.LogOutputChannel;
}

/** Files that the server can read; what a version control shows of the past is not checked. */
export const selector = [
  { scheme: 'file', language: 'slapolicy' },
  { scheme: 'untitled', language: 'slapolicy' },
];

export function createServer(context: vscode.ExtensionContext): Server {
  const output = vscode.window.createOutputChannel('SLA Policy', { log: true });
  const states = new vscode.EventEmitter<ServerState>();
  const checks = new vscode.EventEmitter<Checked['params']>();
  context.subscriptions.push(output, states, checks);
  let state: ServerState = 'stopped';
  let client: LanguageClient | undefined;
  let starting: Promise<void> | undefined;

  const change = (next: ServerState): void => {
    state = next;
    states.fire(next);
  };
  const launch = async (): Promise<void> => {
    change('starting');
    try {
      client ??= await createClient(context, output, checks);
      await client.start();
      change('running');
    } catch (error) {
      output.error(String(error));
      change('failed');
    }
  };

  const server: Server = {
    output,
    onState: states.event,
    onChecked: checks.event,
    get state() {
      return state;
    },
    start: () => {
      starting ??= launch().finally(() => {
        if (state === 'failed') starting = undefined;
      });
      return starting;
    },
    stop: async () => {
      await starting;
      starting = undefined;
      const running = state === 'running' ? client : undefined;
      client = undefined;
      change('stopped');
      // A server that does not answer any more is ended; its successor must not wait for it.
      await running?.dispose(5000).catch((error) => output.warn(String(error)));
    },
    restart: async () => {
      await server.stop();
      await server.start();
    },
    request: async (method, params) => {
      await server.start();
      if (client && state === 'running') return client.sendRequest(method, params);
      void offerOutput(output);
      return undefined;
    },
  };
  return server;
}

async function offerOutput(output: vscode.LogOutputChannel): Promise<void> {
  const show = 'Show Output';
  const message = 'The language server of SLA Policy does not run, so nothing can be checked or simulated.';
  if ((await vscode.window.showErrorMessage(message, show)) === show) output.show();
}

async function createClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  checks: vscode.EventEmitter<Checked['params']>,
): Promise<LanguageClient> {
  const { default: library } = await import('vscode-languageclient/node');
  const { LanguageClient: Client, TransportKind } = library;
  const module = context.asAbsolutePath('dist/server.cjs');
  const initializationOptions: InitializationOptions = { notifications: true };
  const client = new Client(
    'slapolicy',
    'SLA Policy',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    {
      documentSelector: selector,
      outputChannel: output,
      initializationOptions,
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withExplanation)),
      },
    },
  );
  client.onNotification('slapolicy/checked', (params: Checked['params']) => checks.fire(params));
  client.onNotification('slapolicy/formatRefused', ({ message }: FormatRefused['params']) => {
    vscode.window.setStatusBarMessage(`$(warning) Not formatted: ${message}`, 8000);
  });
  return client;
}
