import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type Failed, fileFailure } from './fileFailure.ts';

/** `marked` where the text began with a byte order mark, which is dropped. */
export type ReadText = { ok: true; text: string; marked: boolean } | Failed;

/** Reads a file as UTF-8 text. What is not text is told in words. */
export function readText(path: string): ReadText {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    return fileFailure(error);
  }
}

/** The same for bytes already read. */
export function decodeText(bytes: Buffer): ReadText {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { ok: false, why: 'is UTF-16; save it as UTF-8' };
  if (bytes.includes(0)) return { ok: false, why: 'is not a text' };
  if (!isUtf8(bytes)) return { ok: false, why: `is not UTF-8 text (line ${lineOfFirstBadByte(bytes)})` };
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return { ok: true, text: bytes.toString('utf8', marked ? 3 : 0), marked };
}

function lineOfFirstBadByte(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line++;
  }
}
