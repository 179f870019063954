import { type JsonToken, jsonTokens } from './jsonTokens.ts';

/**
 * Where a value stands in a JSON text, as its offset; a name that occurs twice means the last one, as in JSON.parse.
 * Where the path leads nowhere (something is missing), the place of what should hold it.
 */
export function jsonPlace(text: string, path: readonly (string | number)[]): number {
  const tokens = [...jsonTokens(text)];
  let at = 0;
  for (const step of path) {
    const next = typeof step === 'number' ? element(tokens, at, step) : member(text, tokens, at, step);
    if (next === undefined) break;
    at = next;
  }
  return tokens[at]!.start;
}

/** The token index of an element of the array that begins at `at`. */
function element(tokens: readonly JsonToken[], at: number, wanted: number): number | undefined {
  if (tokens[at]?.kind !== '[') return undefined;
  let index = at + 1;
  for (let number = 0; number < wanted; number++) {
    index = skip(tokens, index);
    if (tokens[index]?.kind !== ',') return undefined;
    index++;
  }
  return tokens[index]?.kind === ']' ? undefined : index;
}

/** The token index of a member's value of the object that begins at `at`. */
function member(text: string, tokens: readonly JsonToken[], at: number, name: string): number | undefined {
  if (tokens[at]?.kind !== '{') return undefined;
  let found: number | undefined;
  let index = at + 1;
  while (tokens[index]?.kind === 'text') {
    const { start, end } = tokens[index]!;
    const value = index + 2;
    if (JSON.parse(text.slice(start, end)) === name) found = value;
    index = skip(tokens, value);
    if (tokens[index]?.kind !== ',') break;
    index++;
  }
  return found;
}

/** The index after a value. */
function skip(tokens: readonly JsonToken[], at: number): number {
  let depth = 0;
  let index = at;
  do {
    const kind = tokens[index]?.kind;
    if (kind === undefined || kind === 'end') return index;
    if (kind === '{' || kind === '[') depth++;
    if (kind === '}' || kind === ']') depth--;
    index++;
  } while (depth > 0);
  return index;
}
