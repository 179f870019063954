import type {
  Declaration,
  DeclarationKind,
  ImportDeclaration,
  Node,
  PeopleDeclaration,
} from '../../grammar/ast.ts';
import type { PlacedPiece } from '../../grammar/tree.ts';
import { type Definition, definitionsOf, pathOf, type SymbolKind } from './definitions.ts';
import type { Document, TextSource } from './document.ts';
import { createRecall, type Recall } from './recall.ts';

/** A definition where it stands. */
export interface PolicySymbol {
  readonly definition: Definition;
  readonly document: Document;
  readonly placed: PlacedPiece;
}

/** A declaration where it stands. */
export interface Declared<D extends Declaration = Declaration> {
  readonly declaration: D;
  readonly document: Document;
  readonly placed: PlacedPiece;
}

export interface Import extends Declared<ImportDeclaration> {
  /** Absent where the path makes no address. */
  readonly target?: string;
  /** The files from the imported one back to this one, where there is a way. */
  readonly cycle?: readonly string[];
  readonly missing: boolean;
}

/** A table of people, `people from "roster.csv"`, as it stands in its file. */
export interface RosterFile extends Declared<PeopleDeclaration> {
  /** Absent where the path makes no address. */
  readonly target?: string;
  /** Absent where the file cannot be read. */
  readonly source?: TextSource;
}

/** One file with everything it imports: what its names mean together. */
export interface Program {
  readonly uri: string;
  /** In file order: what is imported comes before what imports it. Empty when the root itself cannot be read. */
  readonly documents: readonly Document[];
  readonly imports: readonly Import[];
  /** In file order. */
  readonly rosters: readonly RosterFile[];
  declarations<K extends DeclarationKind>(kind: K): readonly Declared<Extract<Declaration, { kind: K }>>[];
  /** The first definition of a name; a name may also be given with what it belongs to, `acma-complaints.resolve`. */
  lookup(kind: SymbolKind, name: string, of?: string): PolicySymbol | undefined;
  /** The same by a definition's key. */
  symbol(key: string): PolicySymbol | undefined;
  /** All definitions of a kind in file order, later ones of the same name included. */
  symbols(kind: SymbolKind): readonly PolicySymbol[];
  /** The symbols whose name was already taken, each with the one that has it. */
  readonly duplicates: readonly { readonly symbol: PolicySymbol; readonly first: PolicySymbol }[];
  /** Whether a name of this kind may come from a file that imports this one, because nothing here declares any. */
  leavesOpen(kind: SymbolKind): boolean;
  /** What was found out about pieces, kept from one version of the program to the next. */
  readonly recall: Recall;
}

/** Where a program's texts come from. */
export interface Library {
  document(uri: string): Document | undefined;
  /** Of a file that is no policy. */
  source(uri: string): TextSource | undefined;
}

/** The program of a root file; with the previous version, whatever still holds is taken over. Never fails. */
export function createProgram(library: Library, uri: string, previous?: Program): Program {
  const { documents, imports } = collect(library, uri);
  const declarations = new Map<DeclarationKind, Declared[]>();
  const symbols = new Map<SymbolKind, PolicySymbol[]>();
  const tables = new Map<SymbolKind, Map<string, PolicySymbol>>();
  const duplicates: { symbol: PolicySymbol; first: PolicySymbol }[] = [];
  for (const document of documents) {
    for (const placed of document.tree.pieces) {
      const { declaration } = placed.piece;
      if (!declaration) continue;
      append(declarations, declaration.kind, { declaration, document, placed });
      for (const definition of definitionsOf(placed.piece)) {
        const symbol = { definition, document, placed };
        append(symbols, definition.kind, symbol);
        const table = tables.get(definition.kind) ?? new Map<string, PolicySymbol>();
        tables.set(definition.kind, table);
        const first = table.get(definition.path);
        if (first) duplicates.push({ symbol, first });
        else table.set(definition.path, symbol);
      }
    }
  }
  const program: Program = {
    uri,
    documents,
    imports,
    rosters: rostersOf(library, declarations.get('people') ?? []),
    declarations: (kind) => (declarations.get(kind) ?? []) as never,
    lookup: (kind, name, of) => tables.get(kind)?.get(pathOf(name, of)),
    symbol: (key) => {
      const space = key.indexOf(' ');
      return tables.get(key.slice(0, space) as SymbolKind)?.get(key.slice(space + 1));
    },
    symbols: (kind) => symbols.get(kind) ?? [],
    duplicates,
    leavesOpen: (kind) => !declarations.has('policy') && !symbols.has(kind),
    recall: createRecall(() => program, previous?.recall),
  };
  return program;
}

function rostersOf(library: Library, declared: readonly Declared[]): RosterFile[] {
  return declared.flatMap(({ declaration, document, placed }) => {
    if (declaration.kind !== 'people') return [];
    const target = resolvePath(declaration.path.value, document.uri);
    const source = target === undefined ? undefined : library.source(target);
    return [{ declaration, document, placed, target, source }];
  });
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Walks the imports depth first, each file once. */
function collect(library: Library, root: string): { documents: Document[]; imports: Import[] } {
  const documents: Document[] = [];
  const imports: Import[] = [];
  const seen = new Set<string>();
  const path: string[] = [];
  const visit = (uri: string): void => {
    const document = library.document(uri);
    if (!document) return;
    seen.add(uri);
    path.push(uri);
    for (const placed of document.tree.pieces) {
      const { declaration } = placed.piece;
      if (declaration?.kind !== 'import') continue;
      const target = resolvePath(declaration.path.value, uri);
      const missing = target === undefined || library.document(target) === undefined;
      const entry = target === undefined ? -1 : path.indexOf(target);
      const cycle = entry < 0 ? undefined : path.slice(entry);
      imports.push({ declaration, document, placed, target, missing, cycle });
      if (target !== undefined && !missing && !seen.has(target)) visit(target);
    }
    path.pop();
    documents.push(document);
  };
  visit(root);
  return { documents, imports };
}

/** The address of another file, relative to the file that names it; undefined when the path makes none. */
export function resolvePath(path: string, from: string): string | undefined {
  if (path === '' || !URL.canParse(path, from)) return undefined;
  return new URL(path, from).href;
}

/** Where a node of a piece stands in its file. */
export function placeIn(placed: PlacedPiece, node: Node): Node {
  return { start: placed.offset + node.start, end: placed.offset + node.end };
}

/** Where a symbol's name stands in its file. */
export function placeOf(symbol: PolicySymbol): Node {
  return placeIn(symbol.placed, symbol.definition.node);
}
