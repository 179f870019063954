import type { Node } from '../../grammar/ast.ts';
import type { Piece, PlacedPiece } from '../../grammar/tree.ts';
import type { SourceMap } from '../engine/policy.ts';
import { type Document, positionAt, type TextSource } from '../model/document.ts';

/** The source map while it grows: the same place has the same index. */
export interface Sources {
  add(document: Document, placed: PlacedPiece, node: Node): number;
  /** The same of a file that is no policy; offsets are absolute. */
  addIn(source: TextSource, place: Node): number;
  readonly map: SourceMap;
}

/** Paths are relative to the folder of the policy's file. */
export function createSources(policyUri: string): Sources {
  const map: SourceMap = { files: [], spans: [] };
  const indexes = new Map<string, number>();
  const files = new Map<string, number>();
  const fileOf = (uri: string): number => {
    let index = files.get(uri);
    if (index === undefined) {
      index = map.files.push(relativePath(policyUri, uri)) - 1;
      files.set(uri, index);
    }
    return index;
  };
  const addIn = (source: TextSource, place: Node): number => {
    const file = fileOf(source.uri);
    const start = positionAt(source, place.start);
    const end = positionAt(source, place.end);
    const key = `${file} ${start.line} ${start.character} ${end.line} ${end.character}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const index =
      map.spans.push([file, start.line + 1, start.character + 1, end.line + 1, end.character + 1]) - 1;
    indexes.set(key, index);
    return index;
  };
  return {
    map,
    add: (document, placed, node) =>
      addIn(document, { start: placed.offset + node.start, end: placed.offset + node.end }),
    addIn,
  };
}

/** The way from one file's folder to another file, with `/`; the whole address where there is none. */
export function relativePath(from: string, to: string): string {
  const base = new URL(from);
  const target = new URL(to);
  if (base.protocol !== target.protocol || base.host !== target.host) return to;
  const here = base.pathname.split('/').slice(0, -1);
  const there = target.pathname.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  const path = [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A piece's text from one offset to another as one line: comments left out, blanks folded, quoted texts kept. */
export function sourceText(piece: Piece, start: number, end: number): string {
  let text = '';
  let at = start;
  for (const comment of piece.comments) {
    if (comment.start < at || comment.end > end) continue;
    text += `${piece.text.slice(at, comment.start)} `;
    at = comment.end;
  }
  text += piece.text.slice(at, end);
  return text.replace(/("(?:\\.|[^"\\\n])*"?)|\s+/g, (_, quoted: string | undefined) => quoted ?? ' ').trim();
}
