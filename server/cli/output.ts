import type { Sink } from './io.ts';

/** Text on its way to a sink, in large chunks. */
export interface Output {
  /** A promise where the sink asks to wait; awaiting only that keeps a million writes cheap. */
  write(text: string): Promise<void> | undefined;
  /** Hands over what is still held. */
  flush(): Promise<void> | undefined;
}

const chunkSize = 256 * 1024;
/** No UTF-16 unit takes more bytes of UTF-8. */
const mostBytes = 3;

export function createOutput(sink: Sink): Output {
  let chunk: Buffer | undefined;
  let length = 0;
  const hand = (bytes: Buffer | string): Promise<void> | undefined =>
    sink.destroyed || sink.write(bytes) ? undefined : drained(sink);
  const flush = (): Promise<void> | undefined => {
    if (!chunk || length === 0) return undefined;
    const bytes = chunk.subarray(0, length);
    // The sink may keep these bytes for a while.
    chunk = undefined;
    length = 0;
    return hand(bytes);
  };
  const write = (text: string): Promise<void> | undefined => {
    if (text.length * mostBytes > chunkSize) {
      const before = flush();
      return before ? before.then(() => hand(text)) : hand(text);
    }
    const full = length + text.length * mostBytes > chunkSize ? flush() : undefined;
    chunk ??= Buffer.allocUnsafe(chunkSize);
    length += chunk.write(text, length);
    return full;
  };
  return { write, flush };
}

/** Also when the reader has gone: who reads no further needs no waiting for. */
function drained(sink: Sink): Promise<void> {
  return new Promise((done) => {
    const events = ['drain', 'close', 'error'] as const;
    const finish = (): void => {
      for (const event of events) sink.off(event, finish);
      done();
    };
    for (const event of events) sink.once(event, finish);
  });
}
