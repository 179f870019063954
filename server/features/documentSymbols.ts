import { type DocumentSymbol, SymbolKind as Kind } from 'vscode-languageserver-types';
import type { Declaration, DeclarationKind, Node, Step } from '../../grammar/ast.ts';
import type { PlacedPiece } from '../../grammar/tree.ts';
import type { Document } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { onOneLine } from './excerpt.ts';
import { rangeOf } from './ranges.ts';

/** The declarations of a file, and in them what a reader looks for: fields, rows, rungs, steps, expectations. */
export function findDocumentSymbols(workspace: Workspace, uri: string): DocumentSymbol[] {
  const document = workspace.document(uri);
  return document?.tree.pieces.flatMap((placed) => symbolsOf(document, placed)) ?? [];
}

const kinds: Record<DeclarationKind, Kind> = {
  policy: Kind.Module,
  import: Kind.File,
  ticket: Kind.Struct,
  events: Kind.Event,
  event: Kind.Event,
  state: Kind.EnumMember,
  calendar: Kind.Namespace,
  rate: Kind.Constant,
  benchmark: Kind.Class,
  ladder: Kind.Array,
  dispute: Kind.Interface,
  right: Kind.Key,
  remedy: Kind.Function,
  permit: Kind.Boolean,
  report: Kind.File,
  metric: Kind.Number,
  standard: Kind.Object,
  role: Kind.TypeParameter,
  roles: Kind.TypeParameter,
  person: Kind.Variable,
  people: Kind.Variable,
  channel: Kind.Property,
  automation: Kind.Operator,
  record: Kind.Package,
  regulation: Kind.Module,
  scenario: Kind.Method,
};

/** The clauses worth a line of their own, with what they look like in the outline. */
const parts: Readonly<Record<string, Kind>> = {
  field: Kind.Field,
  within: Kind.Key,
  every: Kind.Key,
  rung: Kind.Event,
  on: Kind.EnumMember,
  pays: Kind.Number,
  target: Kind.Number,
  expect: Kind.Boolean,
};

function symbolsOf(document: Document, placed: PlacedPiece): DocumentSymbol[] {
  const { declaration } = placed.piece;
  if (!declaration) return [];
  const outline = createOutline(document, placed);
  if (declaration.kind === 'events' || declaration.kind === 'roles') {
    const kind = kinds[declaration.kind];
    return declaration.names
      .filter(({ text }) => text !== '')
      .map((name) => outline(name.text, kind, name, name));
  }
  const { name, node } = titleOf(declaration);
  const symbol = outline(name, kinds[declaration.kind], declaration, node);
  symbol.detail = declaration.kind;
  if ('clauses' in declaration) symbol.children = declaration.clauses.flatMap((clause) => partOf(clause));
  return [symbol];

  function partOf(clause: Node & { kind: string }): DocumentSymbol[] {
    if (clause.kind === 'step') return [stepOf(clause as Step)];
    const kind = parts[clause.kind];
    if (kind === undefined) return [];
    const field = 'name' in clause ? (clause.name as { text: string }).text : undefined;
    return [outline(field ?? onOneLine(placed.piece, clause), kind, clause, clause)];
  }

  function stepOf(step: Step): DocumentSymbol {
    const found = outline(step.name.text || 'step', Kind.Method, step, step.name);
    return { ...found, detail: 'step', children: step.clauses.flatMap((clause) => partOf(clause)) };
  }
}

function createOutline(document: Document, { offset }: PlacedPiece) {
  return (name: string, kind: Kind, whole: Node, part: Node): DocumentSymbol => ({
    name,
    kind,
    range: rangeOf(document, offset + whole.start, offset + whole.end),
    selectionRange: rangeOf(document, offset + part.start, offset + part.end),
  });
}

/** A declaration that lacks its name still needs something to be called by. */
function titleOf(declaration: Declaration): { name: string; node: Node } {
  const node =
    'title' in declaration
      ? declaration.title
      : 'path' in declaration
        ? declaration.path
        : 'name' in declaration
          ? declaration.name
          : undefined;
  const text = node && ('value' in node ? node.value : node.text);
  if (!node || !text)
    return { name: declaration.kind, node: { start: declaration.start, end: declaration.start } };
  return { name: text, node };
}
