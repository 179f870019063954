import type { Declaration, Node } from '../../grammar/ast.ts';
import type { Piece } from '../../grammar/tree.ts';
import type { Definition } from '../model/definitions.ts';

/** How many clauses an excerpt shows. */
const limit = 14;

/** A declaration in the language's own words, one clause a line, without its comments. */
export function excerptOf(piece: Piece, { declaration, part, kind, name }: Definition): string {
  if (part?.kind === 'step') return block(piece, `step ${name}`, part.clauses);
  if (part) return onOneLine(piece, part);
  if (declaration.kind === 'events' || declaration.kind === 'roles') return `${kind} ${name}`;
  if (!('clauses' in declaration)) return onOneLine(piece, declaration);
  return block(piece, headerOf(piece, declaration), declaration.clauses);
}

function block(piece: Piece, header: string, clauses: readonly (Node & { kind: string })[]): string {
  if (clauses.length === 0) return header;
  const lines = clauses.slice(0, limit).map((clause) => `  ${lineOf(piece, clause)}`);
  if (clauses.length > limit) lines.push('  // …');
  return [`${header} {`, ...lines, '}'].join('\n');
}

function lineOf(piece: Piece, clause: Node & { kind: string }): string {
  const line = onOneLine(piece, clause);
  return clause.kind === 'step' ? line.slice(0, line.indexOf('{')).trimEnd() : line;
}

/** Everything before the block. */
export function headerOf(piece: Piece, declaration: Declaration): string {
  if (declaration.kind === 'scenario') return `scenario "${declaration.title.value}"`;
  const [header = ''] = onOneLine(piece, declaration).split('{', 1);
  return header.trimEnd();
}

/** The text of a node with its comments left out and its blanks made single. */
export function onOneLine(piece: Piece, node: Node): string {
  let text = '';
  let from = node.start;
  for (const { start, end } of piece.comments) {
    if (start < from || end > node.end) continue;
    text += `${piece.text.slice(from, start)} `;
    from = end;
  }
  return (text + piece.text.slice(from, node.end)).replace(/\s+/g, ' ').trim();
}
