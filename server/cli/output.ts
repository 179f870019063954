import type { Sink } from './io.ts';

/** Text on its way to a sink, in large chunks. */
export interface Output {
  /** A promise where the sink asks to wait; awaiting only that keeps a million writes cheap. */
  write(text: string): Promise<void> | undefined;
  /** Hands over what is still held. */
  flush(): Promise<void> | undefined;
}

const chunkLength = 128 * 1024;

export function createOutput(sink: Sink): Output {
  let held: string[] = [];
  let length = 0;
  const flush = (): Promise<void> | undefined => {
    if (length === 0) return undefined;
    const text = held.join('');
    held = [];
    length = 0;
    if (sink.destroyed || sink.write(text)) return undefined;
    return drained(sink);
  };
  return {
    write: (text) => {
      held.push(text);
      length += text.length;
      return length < chunkLength ? undefined : flush();
    },
    flush,
  };
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
