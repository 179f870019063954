/** A piece of JSON text; `bad` is what no JSON can hold, where needed with the reason. Offsets are UTF-16 units, end exclusive. */
export interface JsonToken {
  kind: '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'number' | 'word' | 'bad' | 'end';
  start: number;
  end: number;
  why?: string;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const word = /(?:true|false|null)(?!\w)/y;
const unknown = /[\w.+-]+|[\s\S]/uy;

/** The tokens of a JSON text, the last one `end` or `bad`. Depth and length of the text do not matter. */
export function* jsonTokens(text: string): Generator<JsonToken> {
  let at = 0;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at++;
    const token = tokenAt(text, at);
    yield token;
    if (token.kind === 'end' || token.kind === 'bad') return;
    at = token.end;
  }
}

function tokenAt(text: string, at: number): JsonToken {
  const first = text[at];
  if (first === undefined) return { kind: 'end', start: at, end: at };
  if ('{}[]:,'.includes(first)) return { kind: first as '{', start: at, end: at + 1 };
  if (first === '"') return textAt(text, at);
  for (const [kind, pattern] of [['number', number] as const, ['word', word] as const]) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { kind, start: at, end: pattern.lastIndex };
  }
  unknown.lastIndex = at;
  return { kind: 'bad', start: at, end: unknown.test(text) ? unknown.lastIndex : at + 1 };
}

function textAt(text: string, start: number): JsonToken {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { kind: 'text', start, end: at + 1 };
    if (Number.isNaN(code)) return { kind: 'bad', start, end: at, why: 'this text is never closed' };
    if (code < 0x20)
      return { kind: 'bad', start: at, end: at + 1, why: 'a text cannot hold this character unescaped' };
    if (code !== 0x5c) {
      at++;
      continue;
    }
    const sequence = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (!sequence) return { kind: 'bad', start: at, end: at + 2, why: 'JSON has no such escape' };
    at += sequence[0].length;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
