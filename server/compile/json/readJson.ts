import { jsonError } from './jsonError.ts';
import { type JsonToken, jsonTokens } from './jsonTokens.ts';

/** A JSON value where it stands; offsets in UTF-16 units of the text, end exclusive. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number' | 'word' }
);

export interface JsonMember {
  readonly name: string;
  /** Of the name, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly value: JsonNode;
}

export type ReadJson = { ok: true; node: JsonNode } | { ok: false; message: string; offset: number };

/** What holds anything worth reading is not nested deeper. */
const mostDepth = 100;

/** Reads JSON with the places of its values; a byte order mark is passed over. */
export function readJson(text: string): ReadJson {
  // One space is as long as the mark, so every offset stays.
  const bare = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const error = jsonError(bare);
  if (error) return { ok: false, ...error };
  const tokens = jsonTokens(bare);
  const next = (): JsonToken => tokens.next().value as JsonToken;
  const deep = { ok: false as const, message: 'This is nested too deep.' };
  const node = readNode(bare, next(), next, mostDepth);
  return 'tooDeep' in node ? { ...deep, offset: node.tooDeep } : { ok: true, node };
}

type Node = JsonNode | { tooDeep: number };

function readNode(text: string, first: JsonToken, next: () => JsonToken, depth: number): Node {
  const { kind, start, end } = first;
  if (depth === 0) return { tooDeep: start };
  if (kind === 'text') return { kind, start, end, value: JSON.parse(text.slice(start, end)) as string };
  if (kind === '{') return readObject(text, start, next, depth);
  if (kind === '[') return readArray(text, start, next, depth);
  return { kind: kind === 'number' ? 'number' : 'word', start, end };
}

function readArray(text: string, start: number, next: () => JsonToken, depth: number): Node {
  const items: JsonNode[] = [];
  for (let token = next(); ; token = next()) {
    if (token.kind === ']') return { kind: 'array', start, end: token.end, items };
    if (token.kind === ',') continue;
    const item = readNode(text, token, next, depth - 1);
    if ('tooDeep' in item) return item;
    items.push(item);
  }
}

function readObject(text: string, start: number, next: () => JsonToken, depth: number): Node {
  const members: JsonMember[] = [];
  for (let token = next(); ; token = next()) {
    if (token.kind === '}') return { kind: 'object', start, end: token.end, members };
    if (token.kind === ',') continue;
    next();
    const value = readNode(text, next(), next, depth - 1);
    if ('tooDeep' in value) return value;
    const name = JSON.parse(text.slice(token.start, token.end)) as string;
    members.push({ name, start: token.start, end: token.end, value });
  }
}
