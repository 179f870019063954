import type { Declaration } from '../../../grammar/ast.ts';
import type { PlacedPiece } from '../../../grammar/tree.ts';
import type { Document } from '../../model/document.ts';
import type { Fix } from '../../model/problem.ts';

type Edit = Fix['edits'][number];

/** The edit that adds a clause at the end of a declaration's block; undefined where the block is not closed. */
export function clauseAtEnd(
  document: Document,
  placed: PlacedPiece,
  declaration: Declaration,
  clause: string,
): Edit | undefined {
  const brace = placed.offset + declaration.end - 1;
  if (document.text[brace] !== '}') return undefined;
  const lineStart = lineStartOf(document, brace);
  if (document.text.slice(lineStart, brace).trim() === '')
    return insertion(document, lineStart, `  ${clause}\n`);
  const blank = /\s/.test(document.text[brace - 1] ?? '') ? '' : ' ';
  return insertion(document, brace, `${blank}${clause} `);
}

/** The edit that adds a clause behind another one: on a line of its own, where that one ends its line. */
export function clauseBehind(document: Document, end: number, clause: string): Edit {
  const rest = /^[^\r\n]*/.exec(document.text.slice(end))![0];
  if (rest.trim() !== '' && !rest.trim().startsWith('//')) return insertion(document, end, ` ${clause}`);
  const [indent] = /^[ \t]*/.exec(document.text.slice(lineStartOf(document, end)))!;
  return insertion(document, end + rest.length, `\n${indent}${clause}`);
}

/** The same before another one. */
export function clauseBefore(document: Document, start: number, clause: string): Edit {
  const lineStart = lineStartOf(document, start);
  const indent = document.text.slice(lineStart, start);
  if (indent.trim() !== '') return insertion(document, start, `${clause} `);
  return insertion(document, lineStart, `${indent}${clause}\n`);
}

/** The edit that takes a clause away, with its line where it stands alone on it. */
export function withoutClause(document: Document, start: number, end: number): Edit {
  const { uri, text } = document;
  const lineStart = lineStartOf(document, start);
  const isAlone = text.slice(lineStart, start).trim() === '' && /^[ \t]*(\r|\n|$)/.test(text.slice(end));
  if (!isAlone) return { uri, start, end, text: '' };
  const [blank] = /^[ \t]*(\r\n|\r|\n)?/.exec(text.slice(end))!;
  return { uri, start: lineStart, end: end + blank.length, text: '' };
}

export function insertion({ uri }: Document, at: number, text: string): Edit {
  return { uri, start: at, end: at, text };
}

function lineStartOf({ text }: Document, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
