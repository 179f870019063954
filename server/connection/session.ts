import { existsSync } from 'node:fs';
import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, type LanguageService } from '../languageService.ts';
import type { InitializationOptions } from '../protocol.ts';
import { type Addresses, createAddresses } from './addresses.ts';
import { type Checking, createChecking } from './checking.ts';
import { createDisk, type Disk } from './disk.ts';
import type { Log } from './guard.ts';

/** The name and the version that the server introduces itself with. */
export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  /** The folder in which `docs/diagnostics/` lies, where it does. */
  readonly root: URL;
}

/** What the handlers of one connection share. */
export interface Session {
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

/** What one client is served with, for as long as it stays. */
export function createSession(
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
