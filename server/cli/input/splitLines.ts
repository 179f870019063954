import { isUtf8 } from 'node:buffer';
import { type Damage, longestTicket, notUtf8, type RawTicket, type Splitter, tooLong } from './rawTicket.ts';

const lineFeed = 0x0a;

/** One ticket a line. Blank lines mean nothing. */
export function createLineSplitter(): Splitter {
  let held: Buffer[] = [];
  let heldLength = 0;
  let line = 1;

  function* read(bytes: Buffer, start: number, end: number): Generator<RawTicket | Damage> {
    const whole = held.length === 0 ? bytes : Buffer.concat([...held, bytes.subarray(start, end)]);
    const [from, to] = held.length === 0 ? [start, end] : [0, whole.length];
    held = [];
    const tooMuch = heldLength + (end - start) > longestTicket;
    heldLength = 0;
    if (tooMuch) {
      yield tooLong(line, 1);
      return;
    }
    const text = whole.toString('utf8', from, to);
    if (text.includes('\ufffd') && !isUtf8(whole.subarray(from, to)))
      yield notUtf8(line, text.indexOf('\ufffd') + 1);
    if (text.trim() !== '') yield { kind: 'ticket', text, line, column: 1 };
  }

  return {
    *feed(bytes) {
      let start = 0;
      for (;;) {
        const end = bytes.indexOf(lineFeed, start);
        if (end < 0) break;
        yield* read(bytes, start, end);
        start = end + 1;
        line++;
      }
      if (start === bytes.length) return;
      heldLength += bytes.length - start;
      if (heldLength <= longestTicket) held.push(bytes.subarray(start));
      else held = [];
    },
    *end() {
      if (heldLength > 0) yield* read(Buffer.alloc(0), 0, 0);
    },
  };
}
