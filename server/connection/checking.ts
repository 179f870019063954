import type { Diagnostic } from 'vscode-languageserver-types';
import type { LanguageService } from '../languageService.ts';
import { carryOver } from './carryOver.ts';
import { guardEvent, type Log } from './guard.ts';

/** Tells an editor what is wrong with the files that are open, and takes it back when they are closed. */
export interface Checking {
  opened(uri: string): void;
  changed(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** All checks at once; gives what was found. */
  now(uri: string): Promise<Diagnostic[]>;
  /** Something that is not open changed, or a setting. */
  checkAll(): void;
  /** How long to wait for a pause, in milliseconds. */
  delay: number;
}

export interface CheckedText {
  readonly text: string;
  readonly version: number;
}

export interface CheckingOptions {
  readonly service: LanguageService;
  /** The text of a file that is open. */
  textOf(uri: string): CheckedText | undefined;
  openUris(): string[];
  publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  /** The checks of a file have ended. */
  checked(uri: string, complete: boolean): void;
  readonly log: Log;
}

/** After an edit, files that share names with the edited one are looked at when there is a moment's rest. */
const neighbourDelay = 150;

interface Slow {
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

export function createChecking(options: CheckingOptions): Checking {
  const { service, textOf, openUris, publish, checked, log } = options;
  const slow = new Map<string, Slow>();
  /** How to call off what is to be done later, by name. */
  const pending = new Map<string, () => void>();

  const later = (name: string, wait: number, run: () => void | Promise<void>): void => {
    stop(name);
    const call = () => {
      pending.delete(name);
      void guardEvent(log, name, run)(undefined);
    };
    pending.set(name, wait === 0 ? soon(call) : after(wait, call));
  };
  const stop = (name: string): void => {
    pending.get(name)?.();
    pending.delete(name);
  };

  const checkFast = (uri: string): void => {
    const now = textOf(uri);
    if (!now) return;
    const last = slow.get(uri);
    const carried = last ? carryOver(last.diagnostics, last.text, now.text) : [];
    publish(uri, now.version, [...service.diagnostics(uri), ...carried]);
    checked(uri, false);
  };
  const checkAllOf = async (uri: string): Promise<Diagnostic[]> => {
    const now = textOf(uri);
    const all = await service.allDiagnostics(uri);
    if (!now || textOf(uri)?.version !== now.version) return all;
    const fast = new Set(service.diagnostics(uri).map(identity));
    slow.set(uri, { diagnostics: all.filter((each) => !fast.has(identity(each))), text: now.text });
    publish(uri, now.version, all);
    checked(uri, true);
    return all;
  };

  const fastSoon = (uri: string) => later(`fast check of ${uri}`, 0, () => checkFast(uri));
  const slowAfter = (uri: string, wait: number) =>
    later(`slow check of ${uri}`, wait, async () => void (await checkAllOf(uri)));
  const neighboursSoon = (uri: string) =>
    later(`check around ${uri}`, neighbourDelay, () => {
      for (const other of openUris()) {
        if (other === uri || !service.belongTogether(uri, other)) continue;
        checkFast(other);
        slowAfter(other, checking.delay);
      }
    });

  const checking: Checking = {
    delay: 500,
    opened: (uri) => {
      fastSoon(uri);
      slowAfter(uri, 1);
      neighboursSoon(uri);
    },
    changed: (uri) => {
      fastSoon(uri);
      slowAfter(uri, checking.delay);
      neighboursSoon(uri);
    },
    saved: (uri) => slowAfter(uri, 1),
    closed: (uri) => {
      stop(`fast check of ${uri}`);
      stop(`slow check of ${uri}`);
      slow.delete(uri);
      publish(uri, undefined, []);
      neighboursSoon(uri);
    },
    now: checkAllOf,
    checkAll: () => {
      for (const uri of openUris()) {
        fastSoon(uri);
        slowAfter(uri, checking.delay);
      }
    },
  };
  return checking;
}

/** Once the messages that have arrived are handled. A timer of one kind must never be cleared as one of the other. */
function soon(run: () => void): () => void {
  const immediate = setImmediate(run);
  return () => clearImmediate(immediate);
}

function after(wait: number, run: () => void): () => void {
  const timeout = setTimeout(run, wait);
  return () => clearTimeout(timeout);
}

function identity({ code, range, message }: Diagnostic): string {
  return JSON.stringify([code, range, message]);
}
