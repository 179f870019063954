import { createReadStream, fstatSync, openSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Io } from '../io.ts';
import { type Failed, fileFailure } from './fileFailure.ts';

/** A file of tickets as it arrives, unpacked where it is compressed. */
export interface TicketSource {
  ok: true;
  name: string;
  chunks: AsyncIterable<Buffer>;
  /** Bytes of the file, where that is known. */
  size?: number;
  /** Bytes of the file read so far. */
  consumed(): number;
  /** After the last chunk: why there are no more, if that is not the end of the file. */
  brokenOff(): string | undefined;
}

const chunkSize = 256 * 1024;

/** Opens a file of tickets, or with `-` standard input. Gzip is recognised by its first bytes. */
export function openTickets(operand: string, io: Io): TicketSource | Failed {
  if (operand === '-') return sourceOf('standard input', io.stdin);
  try {
    const fd = openSync(resolve(io.cwd, operand), 'r');
    const stats = fstatSync(fd);
    if (stats.isDirectory()) return { ok: false, why: 'is a folder' };
    const stream = createReadStream('', { fd, highWaterMark: chunkSize });
    return sourceOf(operand, stream, stats);
  } catch (error) {
    return fileFailure(error);
  }
}

function sourceOf(name: string, stream: Readable, stats?: Stats): TicketSource {
  let consumed = 0;
  let brokenOff: string | undefined;
  async function* raw(): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      consumed += bytes.length;
      yield bytes;
    }
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      yield* await unpacked(raw());
    } catch (error) {
      brokenOff = whyBrokenOff(error);
    }
  }
  return {
    ok: true,
    name,
    chunks: chunks(),
    ...(stats?.isFile() && { size: stats.size }),
    consumed: () => consumed,
    brokenOff: () => brokenOff,
  };
}

async function unpacked(raw: AsyncGenerator<Buffer>): Promise<AsyncIterable<Buffer>> {
  const first = await raw.next();
  if (first.done) return raw;
  const all = startingWith(first.value, raw);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return all;
  const gunzip = createGunzip({ chunkSize });
  // An error arrives at whoever reads the last stream.
  pipeline(Readable.from(all, { objectMode: false }), gunzip, () => undefined);
  return gunzip;
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function whyBrokenOff(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return 'the compressed file ends before it is complete';
  if (code.startsWith('Z_')) return 'the compressed file is damaged here';
  return `reading on failed (${fileFailure(error).why})`;
}
