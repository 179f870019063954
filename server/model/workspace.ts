import { createDocument, type Document, type TextSource } from './document.ts';
import { createProgram, type Program } from './program.ts';

/** The only way to files: gives a file's text, or undefined when there is none. */
export interface FileHost {
  read(uri: string): string | undefined;
}

export interface Workspace {
  /** Unsaved text, which wins over the host's. */
  set(uri: string, text: string): void;
  /** Forgets unsaved text: the host's holds again. */
  remove(uri: string): void;
  /** Whether a file has been asked for, be it there or not. */
  knows(uri: string): boolean;
  /** A file changed behind the host. */
  invalidate(uri: string): void;
  /** Undefined when there is no such file. The same object as long as the text is the same. */
  document(uri: string): Document | undefined;
  /** The policy files that have been asked for and are there, by address. */
  documents(): readonly Document[];
  /** The same of any file, without a tree where nobody asked for one. */
  source(uri: string): TextSource | undefined;
  /** The same object as long as none of its files changed. */
  program(uri: string): Program;
  /**
   * The program in which a file is to be judged: its own when it declares a policy or nobody known imports it, else
   * that of the first known policy, by address, that does.
   */
  programAround(uri: string): Program;
}

export function createWorkspace(host: FileHost): Workspace {
  const unsaved = new Set<string>();
  const documents = new Map<string, Document | undefined>();
  const sources = new Map<string, TextSource | undefined>();
  const programs = new Map<string, Made>();

  const document = (uri: string): Document | undefined => {
    if (!documents.has(uri)) {
      const text = host.read(uri);
      documents.set(uri, text === undefined ? undefined : createDocument(uri, text));
    }
    return documents.get(uri);
  };

  const source = (uri: string): TextSource | undefined => {
    if (documents.has(uri)) return documents.get(uri);
    if (!sources.has(uri)) {
      const text = host.read(uri);
      sources.set(uri, text === undefined ? undefined : { uri, text });
    }
    return sources.get(uri);
  };

  const reread = (uri: string): void => {
    sources.delete(uri);
    const text = documents.has(uri) ? host.read(uri) : undefined;
    const previous = documents.get(uri);
    if (text === previous?.text) return;
    if (text === undefined) documents.delete(uri);
    else documents.set(uri, createDocument(uri, text, previous));
  };

  const program = (uri: string): Program => {
    const known = programs.get(uri);
    if (known && isUnchanged(known.documents, document) && isUnchanged(known.sources, source))
      return known.program;
    const seen = {
      documents: new Map<string, Document | undefined>(),
      sources: new Map<string, TextSource | undefined>(),
    };
    const library = {
      document: noting(document, seen.documents),
      source: noting(source, seen.sources),
    };
    const next = createProgram(library, uri, known?.program);
    programs.set(uri, { program: next, ...seen });
    return next;
  };

  return {
    set: (uri, text) => {
      unsaved.add(uri);
      sources.delete(uri);
      const previous = documents.get(uri);
      if (previous?.text !== text) documents.set(uri, createDocument(uri, text, previous));
    },
    remove: (uri) => {
      if (unsaved.delete(uri)) reread(uri);
    },
    knows: (uri) => documents.has(uri) || sources.has(uri),
    invalidate: (uri) => {
      if (!unsaved.has(uri)) reread(uri);
    },
    document,
    documents: () => [...documents.keys()].sort(byAddress).flatMap((uri) => documents.get(uri) ?? []),
    source,
    program,
    programAround: (uri) => {
      const own = program(uri);
      if (own.declarations('policy').length > 0) return own;
      const roots = [...documents.keys()].filter(
        (each) => each !== uri && declaresPolicy(documents.get(each)),
      );
      const around = roots.sort(byAddress).map(program);
      return around.find((each) => each.documents.some((part) => part.uri === uri)) ?? own;
    },
  };
}

/** A program with what it was made of. */
interface Made {
  readonly program: Program;
  readonly documents: ReadonlyMap<string, Document | undefined>;
  readonly sources: ReadonlyMap<string, TextSource | undefined>;
}

function isUnchanged<T>(seen: ReadonlyMap<string, T>, now: (uri: string) => T): boolean {
  for (const [uri, was] of seen) if (now(uri) !== was) return false;
  return true;
}

function noting<T>(read: (uri: string) => T, seen: Map<string, T>): (uri: string) => T {
  return (uri) => {
    const found = read(uri);
    seen.set(uri, found);
    return found;
  };
}

function declaresPolicy(document: Document | undefined): boolean {
  return document?.tree.pieces.some((placed) => placed.piece.declaration?.kind === 'policy') ?? false;
}

function byAddress(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
