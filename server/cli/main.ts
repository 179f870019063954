import { Worker } from 'node:worker_threads';
import { fileFailure } from './input/fileFailure.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  now: () => performance.now(),
  clock: () => Date.now(),
  startThread: (workerData) => new Worker(new URL('./simulateThread.js', import.meta.url), { workerData }),
};

// Whoever reads our output may stop reading, as `head` does: then there is nobody left to write for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') console.error(`slapolicy: Standard output ${fileFailure(error).why}.`);
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});
process.stderr.on('error', () => undefined);

process.exitCode = await run(process.argv.slice(2), io);
