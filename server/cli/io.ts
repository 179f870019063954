import type { Readable, Writable } from 'node:stream';
import type { Worker } from 'node:worker_threads';

/** Everything of the world that the command line sees besides files. Tests pass their own and run in process. */
export interface Io {
  stdin: Readable;
  stdout: Sink;
  stderr: Sink;
  /** The folder that relative paths start from. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that only grow, for progress and durations. */
  now(): number;
  /** Milliseconds since the epoch, for what is due today. */
  clock(): number;
  /** Starts a thread of `simulate/thread.ts` with what it is told at first. */
  startThread(setup: unknown): Worker;
}

/** What is written to: a stream that may be a terminal. */
export type Sink = Pick<Writable, 'write' | 'once' | 'off' | 'destroyed'> & {
  isTTY?: boolean;
  columns?: number;
};

/** 0 all well, 1 what was checked fell short, 2 the command line or a file is unusable. */
export type ExitCode = 0 | 1 | 2;
