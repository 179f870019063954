import { existsSync } from 'node:fs';
import type { Connection, Diagnostic, InitializeParams } from 'vscode-languageserver';
import { DiagnosticSeverity, DidChangeWatchedFilesNotification, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, type LanguageService } from '../languageService.ts';
import type { Answer, Counts, InitializationOptions, ScenarioItem } from '../protocol.ts';
import { type Addresses, createAddresses } from './addresses.ts';
import { capabilities } from './capabilities.ts';
import { type Checking, createChecking } from './checking.ts';
import { createDisk, type Disk } from './disk.ts';
import { findPolicies } from './findPolicies.ts';
import { guard, guardEvent, type Log } from './guard.ts';

/** The name and the version that the server introduces itself with. */
export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  /** The folder in which `docs/diagnostics/` lies, where it does. */
  readonly root: URL;
}

/** What the handlers of one connection share. */
interface Session {
  readonly connection: Connection;
  readonly service: LanguageService;
  readonly documents: TextDocuments<TextDocument>;
  readonly checking: Checking;
  readonly addresses: Addresses;
  readonly disk: Disk;
  readonly log: Log;
  readonly client: Client;
}

interface Client {
  readonly watchesFiles: boolean;
  readonly hasConfiguration: boolean;
  readonly hasFolders: boolean;
  /** It understands our own notifications. */
  readonly notifications: boolean;
  readonly folders: readonly string[];
}

/** Serves one client until it goes away. */
export function serve(connection: Connection, info: ServerInfo): void {
  const documents = new TextDocuments(TextDocument);
  documents.listen(connection);
  connection.onInitialize((params) => {
    register(createSession(connection, documents, params, info));
    return { capabilities, serverInfo: { name: info.name, version: info.version } };
  });
  connection.listen();
}

function createSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  info: ServerInfo,
): Session {
  const client = clientOf(params);
  const options = optionsOf(params);
  const addresses = createAddresses();
  const disk = createDisk();
  const log: Log = { error: (message) => connection.console.error(message) };
  const pages =
    options.pages ?? (existsSync(new URL('docs/diagnostics', info.root)) ? info.root.href : undefined);
  const service = createLanguageService({
    host: disk,
    pages,
    snippets: params.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
    zones: () => Intl.supportedValuesOf('timeZone'),
    zoneData: process.versions.tz,
    today: () => new Date().toISOString().slice(0, 10),
  });
  const textOf = (uri: string) => {
    const document = documents.get(addresses.outside(uri));
    return document && { text: document.getText(), version: document.version };
  };
  const checking = createChecking({
    service,
    log,
    textOf,
    openUris: () => documents.keys().map(addresses.inside),
    publish: (uri, version, diagnostics) =>
      void connection.sendDiagnostics({
        uri: addresses.outside(uri),
        ...(version !== undefined && { version }),
        diagnostics: diagnostics.map((diagnostic) => ({
          ...diagnostic,
          relatedInformation: diagnostic.relatedInformation?.map((place) => ({
            ...place,
            location: { ...place.location, uri: addresses.outside(place.location.uri) },
          })),
        })),
      }),
    checked: (uri, complete) => {
      if (client.notifications)
        void connection.sendNotification('slapolicy/checked', { uri: addresses.outside(uri), complete });
    },
  });
  return { connection, service, documents, checking, addresses, disk, log, client };
}

function clientOf(params: InitializeParams): Client {
  const { workspace } = params.capabilities;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    hasConfiguration: workspace?.configuration ?? false,
    hasFolders: workspace?.workspaceFolders ?? false,
    notifications: optionsOf(params).notifications === true,
    folders,
  };
}

function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  const given: unknown = initializationOptions;
  return typeof given === 'object' && given !== null ? given : {};
}

function register(session: Session): void {
  registerDocuments(session);
  registerWorkspace(session);
  registerFeatures(session);
  registerOwnRequests(session);
}

function registerDocuments({ documents, service, checking, addresses, disk, log }: Session): void {
  const refresh = () => {
    for (const uri of disk.changed()) service.invalidate(uri);
  };
  const on = <P extends { document: TextDocument }>(
    what: string,
    run: (uri: string, document: TextDocument) => void,
  ) => guardEvent<P>(log, what, ({ document }) => run(addresses.inside(document.uri), document));
  documents.onDidOpen(
    on('opening a file', (uri, document) => {
      refresh();
      service.open(uri, document.getText());
      checking.opened(uri);
    }),
  );
  documents.onDidChangeContent(
    on('a change of text', (uri, document) => {
      service.open(uri, document.getText());
      checking.changed(uri);
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
      service.close(uri);
      checking.closed(uri);
    }),
  );
}

function registerWorkspace({ connection, service, checking, addresses, log, client }: Session): void {
  const readSettings = async (): Promise<void> => {
    if (!client.hasConfiguration) return;
    const settings: unknown = await connection.workspace.getConfiguration('slapolicy.checks');
    const delay =
      settings && typeof settings === 'object' && 'delay' in settings ? settings.delay : undefined;
    if (typeof delay === 'number' && delay >= 0) checking.delay = delay;
  };
  const learn = async (folders: readonly string[]): Promise<void> => {
    for (const folder of folders) for (const uri of await findPolicies(folder)) service.learn(uri);
    checking.checkAll();
  };
  connection.onInitialized(
    guardEvent(log, 'starting', async () => {
      if (client.watchesFiles)
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*.slapolicy' }],
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
      for (const { uri } of changes) {
        service.invalidate(addresses.inside(uri));
        service.learn(addresses.inside(uri));
      }
      checking.checkAll();
    }),
  );
}

function registerFeatures({ connection, service, addresses, log, client }: Session): void {
  const inside = ({ textDocument }: { textDocument: { uri: string } }) => addresses.inside(textDocument.uri);
  connection.onHover(
    guard(log, 'a hover', null, (params) => service.hover(inside(params), params.position) ?? null),
  );
  connection.onCompletion(
    guard(log, 'completion', [], (params) => service.completion(inside(params), params.position)),
  );
  connection.onCompletionResolve((item, token) =>
    guard(log, 'a completion', item, service.resolveCompletion)(item, token),
  );
  connection.onDefinition(
    guard(log, 'a definition', null, (params) => {
      const found = service.definition(inside(params), params.position);
      return found ? { ...found, uri: addresses.outside(found.uri) } : null;
    }),
  );
  connection.onDocumentSymbol(
    guard(log, 'an outline', [], (params) => service.documentSymbols(inside(params))),
  );
  connection.onDocumentFormatting(
    guard(log, 'formatting', null, (params) => {
      const { uri } = params.textDocument;
      const formatting = service.formatting(inside(params));
      if (formatting.ok) return formatting.edits;
      // Where nobody would show it, a refusal is only noted: an editor that formats on save would show it every time.
      if (client.notifications)
        void connection.sendNotification('slapolicy/formatRefused', { uri, message: formatting.message });
      else connection.console.info(formatting.message);
      return null;
    }),
  );
}

function registerOwnRequests({ connection, service, checking, addresses, log }: Session): void {
  const failed: Answer = { ok: false, message: 'Something went wrong; the output of slapolicy says what.' };
  const on = <P extends { uri: string }, R>(
    method: string,
    empty: R,
    run: (uri: string, params: P) => R | Promise<R>,
  ) =>
    connection.onRequest(
      method,
      guard<P, R>(log, method, empty, (params) => run(addresses.inside(params.uri), params)),
    );
  on<{ uri: string }, readonly ScenarioItem[]>('slapolicy/scenarios', [], (uri) => service.scenarios(uri));
  on<{ uri: string; scenario?: string; tickets?: string }, Answer>(
    'slapolicy/simulate',
    failed,
    (uri, { scenario, tickets }) =>
      scenario === undefined
        ? service.simulateTickets(uri, tickets ?? '')
        : service.simulateScenario(uri, scenario),
  );
  on<{ uri: string }, Counts>('slapolicy/check', { errors: 0, warnings: 0, notes: 0 }, async (uri) =>
    count(await checking.now(uri)),
  );
  on<{ uri: string }, Answer>('slapolicy/export', failed, (uri) => service.exportPolicy(uri));
}

function count(diagnostics: readonly Diagnostic[]): Counts {
  const of = (severity: DiagnosticSeverity) =>
    diagnostics.filter((each) => each.severity === severity).length;
  const errors = of(DiagnosticSeverity.Error);
  const warnings = of(DiagnosticSeverity.Warning);
  return { errors, warnings, notes: diagnostics.length - errors - warnings };
}
