import type { Position } from 'vscode-languageserver-types';
import type { Node } from '../../grammar/ast.ts';
import type { Piece, PlacedPiece } from '../../grammar/tree.ts';
import { type Document, offsetAt, pieceAt } from '../model/document.ts';
import type { Program } from '../model/program.ts';
import type { Workspace } from '../model/workspace.ts';

/** A node of the tree with its kind, where it has one. */
export type AnyNode = Node & { readonly kind?: string };

/** What stands at a position: the piece, and the nodes around it from the declaration down to the innermost. */
export interface Spot {
  readonly program: Program;
  readonly document: Document;
  readonly placed: PlacedPiece;
  /** Relative to the piece. */
  readonly offset: number;
  readonly nodes: readonly AnyNode[];
}

/** Undefined for an unknown file, in a comment, and where the text is empty. */
export function spotAt(workspace: Workspace, uri: string, position: Position): Spot | undefined {
  const document = workspace.document(uri);
  if (!document) return undefined;
  const absolute = offsetAt(document, position);
  // At the very end of a piece the cursor still touches its last word.
  const touching = [absolute, absolute - 1].flatMap((each) => pieceAt(document, each) ?? []);
  for (const placed of new Set(touching)) {
    const offset = absolute - placed.offset;
    if (offset > placed.piece.text.length || isInComment(placed.piece, offset)) continue;
    const nodes = nodesAt(placed.piece, offset);
    if (nodes.length > 0) return { program: workspace.programAround(uri), document, placed, offset, nodes };
  }
  return undefined;
}

/** Strictly inside a comment, or behind the slashes of one that runs to the end of its line. */
export function isInComment(piece: Piece, offset: number): boolean {
  return piece.comments.some(
    ({ kind, start, end }) => offset > start && (offset < end || (offset === end && kind !== 'block')),
  );
}

/** The nodes that hold an offset or end at it, outermost first. */
function nodesAt(piece: Piece, offset: number): AnyNode[] {
  const nodes: AnyNode[] = [];
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return bestOf(value, offset).some(visit);
    if (!isNode(value)) return false;
    if (offset < value.start || offset > value.end) return false;
    nodes.push(value);
    Object.values(value).some(visit);
    return true;
  };
  visit(piece.declaration);
  return nodes;
}

/** Where one node ends and the next begins, the one that begins comes first. */
function bestOf(items: readonly unknown[], offset: number): unknown[] {
  return [...items].sort((a, b) => Number(startsAt(b, offset)) - Number(startsAt(a, offset)));
}

function startsAt(value: unknown, offset: number): boolean {
  return typeof value === 'object' && value !== null && isNode(value) && value.start === offset;
}

function isNode(value: object): value is AnyNode {
  return 'start' in value && 'end' in value && typeof value.start === 'number';
}
