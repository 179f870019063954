import { Worker } from 'node:worker_threads';

/** Starts a thread of the command line from its sources: a thread translates nothing by itself. */
export function threadFromSource(workerData: unknown): Worker {
  return new Worker(new URL('./threadFromSource.mjs', import.meta.url), { workerData });
}
