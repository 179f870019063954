import type { Worker } from 'node:worker_threads';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import type { FromThread } from './messages.ts';
import type { Rendered } from './render.ts';
import type { SimulationCounts } from './simulator.ts';

/** Several threads that run tickets, and hand back what they made of them in the order given. */
export interface Threads {
  /** A promise where enough is under way. It is rejected where a thread has failed. */
  take(item: RawTicket | Damage): Promise<void> | undefined;
  /** What every thread has counted, once all has been handed back. */
  end(): Promise<SimulationCounts[]>;
  /** Ends the threads, whatever they do. */
  stop(): void;
}

/** So many characters of tickets go to a thread at once: enough that handing them over costs little. */
const batchSize = 128 * 1024;
/** So many batches for each thread may be under way or waiting for an earlier one. */
const mostUnderWay = 3;

/** `write` is given what was made of each batch, in order; what it gives is waited for. */
export function createThreads(
  workers: readonly Worker[],
  write: (rendered: Rendered[]) => Promise<void> | undefined,
): Threads {
  const waiting = new Map<number, Rendered[]>();
  const counts: SimulationCounts[] = [];
  // Each may have two: while one is handed over the other is run.
  const free: Worker[] = [...workers, ...workers];
  const queued: { number: number; items: (RawTicket | Damage)[] }[] = [];
  let items: (RawTicket | Damage)[] = [];
  let size = 0;
  let given = 0;
  let written = 0;
  let writing = false;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;

  const notify = (): void => {
    wake?.();
    wake = undefined;
  };
  const fail = (error: Error): void => {
    failure ??= error;
    notify();
  };
  const until = async (reached: () => boolean): Promise<void> => {
    while (!failure && !reached()) {
      await new Promise<void>((done) => {
        wake = done;
      });
    }
    if (failure) throw failure;
  };
  const hand = (): void => {
    while (queued.length > 0 && free.length > 0) free.shift()!.postMessage(queued.shift());
  };
  const writeReady = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    for (let ready = waiting.get(written); ready; ready = waiting.get(written)) {
      waiting.delete(written);
      const wait = write(ready);
      if (wait) await wait;
      written++;
      notify();
    }
    writing = false;
  };
  const giveBatch = (): void => {
    queued.push({ number: given++, items });
    items = [];
    size = 0;
    hand();
  };

  for (const worker of workers) {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'counts') {
        counts.push(message.counts);
        notify();
        return;
      }
      waiting.set(message.number, message.rendered);
      free.push(worker);
      hand();
      writeReady().catch(fail);
    });
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', (code) => {
      if (code !== 0) fail(new Error(`a thread ended with code ${code}`));
    });
  }

  return {
    take: (item) => {
      items.push(item);
      size += item.kind === 'ticket' ? item.text.length : 100;
      if (size < batchSize) return undefined;
      giveBatch();
      const most = mostUnderWay * workers.length;
      return given - written < most ? undefined : until(() => given - written < most);
    },
    end: async () => {
      if (items.length > 0) giveBatch();
      await until(() => written === given);
      for (const worker of workers) worker.postMessage(null);
      await until(() => counts.length === workers.length);
      return counts;
    },
    stop: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}
