import type { Location, Range } from 'vscode-languageserver-types';
import { positionAt, type TextSource } from '../model/document.ts';
import { type PolicySymbol, placeOf } from '../model/program.ts';

/** The lines and characters between two offsets of a document. */
export function rangeOf(document: TextSource, start: number, end: number): Range {
  return { start: positionAt(document, start), end: positionAt(document, end) };
}

/** Where a symbol's name stands. */
export function locationOf(symbol: PolicySymbol): Location {
  const { start, end } = placeOf(symbol);
  return { uri: symbol.document.uri, range: rangeOf(symbol.document, start, end) };
}
