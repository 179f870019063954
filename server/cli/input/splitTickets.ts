import type { Damage, RawTicket, Splitter } from './rawTicket.ts';
import { createLineSplitter } from './splitLines.ts';
import { createStructureSplitter } from './splitStructure.ts';

export type SplitTickets = { ok: true; splitter: Splitter; from: number } | { ok: false; why: string };

/**
 * Decides by a file's first bytes how its tickets are told apart: by lines, or as the elements of an array or objects
 * over several lines. `from` is where the text begins, after a byte order mark.
 */
export function splitTickets(first: Buffer): SplitTickets {
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff))
    return { ok: false, why: 'is UTF-16; save it as UTF-8' };
  const from = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0;
  const beginning = first.toString('latin1', from, from + 4096).trimStart();
  const structured = beginning.startsWith('[') || /^\{[ \t\r]*\n/.test(beginning);
  return { ok: true, splitter: structured ? createStructureSplitter() : createLineSplitter(), from };
}

/** All of a small file at once, for tests and previews. */
export function* splitAll(bytes: Buffer): Generator<RawTicket | Damage> {
  const split = splitTickets(bytes);
  if (!split.ok) return;
  yield* split.splitter.feed(bytes.subarray(split.from));
  yield* split.splitter.end();
}
