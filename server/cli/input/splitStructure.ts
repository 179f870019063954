import { isUtf8 } from 'node:buffer';
import { type Damage, longestTicket, notUtf8, type RawTicket, type Splitter, tooLong } from './rawTicket.ts';

const code = (character: string): number => character.charCodeAt(0);
const [lineFeed, quote, backslash, comma] = [code('\n'), code('"'), code('\\'), code(',')];
const [openBrace, closeBrace, openBracket, closeBracket] = [code('{'), code('}'), code('['), code(']')];

interface Place {
  at: number;
  line: number;
  column: number;
}

/**
 * Tickets as the elements of a JSON array, or as JSON objects one after another, over any number of lines. A damaged
 * element takes no other down: where brackets do not match or a text is not closed, the next element begins at the next
 * `{` that stands first on its line and no deeper than the elements before.
 */
export function createStructureSplitter(): Splitter {
  let bytes: Buffer = Buffer.alloc(0);
  /** What to look at next, and where it stands. */
  let at = 0;
  let line = 1;
  let column = 1;
  let lineIsBlank = true;
  /** The element being read, and the brackets open in it. */
  let element: Place | undefined;
  let open: number[] = [];
  let inText = false;
  let escaped = false;
  let broken = false;
  let skipped = false;
  /** Where the next element may begin if this one turns out never to be closed. */
  let marks: Place[] = [];
  /** The column of the outermost element seen; 0 before the first. */
  let indent = 0;
  let inArray = false;
  let arrayEnded = false;
  let commaDue = false;
  let complained = false;
  let out: (RawTicket | Damage)[] = [];

  const finish = (end: number): void => {
    const from = element!;
    element = undefined;
    if (skipped) return;
    if (end - from.at > longestTicket) {
      out.push(tooLong(from.line, from.column));
      return;
    }
    const text = bytes.toString('utf8', from.at, end).trimEnd();
    if (text.includes('\ufffd') && !isUtf8(bytes.subarray(from.at, end)))
      out.push(notUtf8(from.line, from.column));
    out.push({ kind: 'ticket', text, line: from.line, column: from.column });
  };

  /** The element was never closed: it ends where the next one may begin, and reading goes on from there. */
  const giveUpAt = (place: Place): void => {
    let end = place.at;
    while (end > element!.at && isBlankOrComma(bytes[end - 1]!)) end--;
    finish(end);
    ({ at, line, column } = place);
    lineIsBlank = true;
    commaDue = false;
  };

  const complain = (message: string): void => {
    if (!complained) out.push({ kind: 'damage', rule: 'tickets/not-json', message, line, column });
    complained = true;
  };

  const between = (byte: number): void => {
    if (byte === comma) commaDue = false;
    if (isBlankOrComma(byte)) return;
    if (byte === openBracket && !inArray) {
      inArray = true;
      return;
    }
    if (byte === closeBracket && inArray && !arrayEnded) {
      arrayEnded = true;
      return;
    }
    if (arrayEnded) complain('The list of tickets has ended; this stands after its end.');
    else if (inArray && commaDue && byte !== closeBrace)
      complain('A comma is missing between this ticket and the one before.');
    if (byte === openBrace && (indent === 0 || column < indent)) indent = column;
    element = { at, line, column };
    open = [];
    marks = [];
    inText = false;
    escaped = false;
    broken = false;
    skipped = false;
    inside(byte);
  };

  const inside = (byte: number): void => {
    if (inText) {
      if (escaped) escaped = false;
      else if (byte === backslash) escaped = true;
      else if (byte === quote) inText = false;
      return;
    }
    if (byte === quote) inText = true;
    else if (byte === openBrace || byte === openBracket) open.push(byte);
    else if (byte === closeBrace || byte === closeBracket) close(byte);
    else if (byte === comma && open.length === 0 && !broken) {
      finish(at);
      commaDue = false;
    }
  };

  const close = (byte: number): void => {
    if (open.length === 0 && !broken && byte === closeBracket) {
      finish(at);
      between(byte);
      return;
    }
    if (open.pop() !== (byte === closeBrace ? openBrace : openBracket)) broken = true;
    if (open.length > 0 || broken) return;
    finish(at + 1);
    commaDue = true;
  };

  const endLine = (): void => {
    // A text cannot run over the end of its line.
    if (inText) broken = true;
    inText = false;
    escaped = false;
    line++;
    column = 1;
    lineIsBlank = true;
    at++;
  };

  /** Looks at what has arrived until there is something to hand over. */
  const scan = (): void => {
    while (at < bytes.length && out.length === 0) {
      const byte = bytes[at]!;
      if (byte === lineFeed) {
        endLine();
        continue;
      }
      if (element && lineIsBlank && byte === openBrace && (column <= indent || indent === 0)) {
        if (broken || open.length === 0) {
          giveUpAt({ at, line, column });
          continue;
        }
        marks.push({ at, line, column });
      }
      if (!isBlank(byte)) lineIsBlank = false;
      if (element) inside(byte);
      else between(byte);
      if ((byte & 0xc0) !== 0x80) column += byte >= 0xf0 ? 2 : 1;
      at++;
    }
  };

  function* scanned(): Generator<RawTicket | Damage> {
    do {
      scan();
      const ready = out;
      out = [];
      yield* ready;
    } while (at < bytes.length);
  }

  /** Forgets what has been handed over. */
  const compact = (): void => {
    const from = element ? element.at : at;
    bytes = bytes.subarray(from);
    at -= from;
    if (element) element.at = 0;
    for (const mark of marks) mark.at -= from;
  };

  return {
    *feed(more) {
      bytes = bytes.length === 0 ? more : Buffer.concat([bytes, more]);
      yield* scanned();
      compact();
      while (element && bytes.length > longestTicket) {
        const [mark] = marks;
        if (mark) giveUpAt(mark);
        else {
          if (!skipped) out.push(tooLong(element.line, element.column));
          skipped = true;
          element.at = at;
        }
        yield* scanned();
        compact();
      }
    },
    *end() {
      if (inArray && !arrayEnded && !element) complain('The file ends before the list of tickets does.');
      while (element) {
        const [mark] = marks;
        if (mark) giveUpAt(mark);
        else finish(bytes.length);
        yield* scanned();
      }
      yield* out;
    },
  };
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === lineFeed;
}

function isBlankOrComma(byte: number): boolean {
  return byte === comma || isBlank(byte);
}
