const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Where a value stands in a text that is JSON, as its offset; a name that occurs twice means the last one, as in
 * JSON.parse. Where the path leads nowhere (something is missing), the place of what should hold it. Depth does not
 * matter.
 */
export function jsonPlace(text: string, path: readonly (string | number)[]): number {
  let at = skipBlanks(text, 0);
  for (const step of path) {
    const next = typeof step === 'number' ? element(text, at, step) : member(text, at, step);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** The offset of an element of the array that begins at `at`. */
function element(text: string, at: number, wanted: number): number | undefined {
  if (text.charCodeAt(at) !== openBracket) return undefined;
  let next = skipBlanks(text, at + 1);
  if (text.charCodeAt(next) === closeBracket) return undefined;
  for (let number = 0; number < wanted; number++) {
    next = skipBlanks(text, skipValue(text, next));
    if (text.charCodeAt(next) !== comma) return undefined;
    next = skipBlanks(text, next + 1);
  }
  return next;
}

/** The offset of a member's value of the object that begins at `at`. */
function member(text: string, at: number, name: string): number | undefined {
  if (text.charCodeAt(at) !== openBrace) return undefined;
  let found: number | undefined;
  let next = skipBlanks(text, at + 1);
  while (text.charCodeAt(next) === quote) {
    const end = skipText(text, next);
    const value = skipBlanks(text, skipBlanks(text, end) + 1);
    if (isName(text, next, end, name)) found = value;
    next = skipBlanks(text, skipValue(text, value));
    if (text.charCodeAt(next) !== comma) break;
    next = skipBlanks(text, next + 1);
  }
  return found;
}

function isName(text: string, start: number, end: number, name: string): boolean {
  const written = text.slice(start + 1, end - 1);
  return written === name || (written.includes('\\') && JSON.parse(`"${written}"`) === name);
}

function skipValue(text: string, at: number): number {
  let depth = 0;
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    if (code === quote) next = skipText(text, next);
    else if (code === openBrace || code === openBracket) {
      depth++;
      next++;
    } else if (code === closeBrace || code === closeBracket) {
      if (depth === 0) return next;
      depth--;
      next++;
    } else if (code === comma && depth === 0) return next;
    else if (Number.isNaN(code)) return next;
    else next++;
    if (depth === 0 && (code === quote || code === closeBrace || code === closeBracket)) return next;
  }
}

/** The offset behind the closing quote. */
function skipText(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
  return slashes % 2 === 1;
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) <= 0x20) next++;
  return next;
}
