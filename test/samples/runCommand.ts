import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../server/cli/run.ts';
import { threadFromSource } from '../cli/threadFromSource.ts';

/** Runs the command line in process, from the repository's folder, and gives what it wrote. */
export async function runCommand(
  ...argv: string[]
): Promise<{ exit: number; stdout: string; stderr: string }> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const exit = await run(argv, {
    stdin: Readable.from([]),
    stdout: collecting(stdout),
    stderr: collecting(stderr),
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: {},
    now: () => 0,
    clock: () => Date.parse('2026-11-25T00:00:00Z'),
    startThread: threadFromSource,
  });
  return { exit, stdout: stdout.join(''), stderr: stderr.join('') };
}

function collecting(chunks: string[]): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
}
