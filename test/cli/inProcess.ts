import { PassThrough, Readable } from 'node:stream';
import type { Io } from '../../server/cli/io.ts';
import { run } from '../../server/cli/run.ts';
import { threadFromSource } from './threadFromSource.ts';

export interface Ran {
  exit: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  stdin?: string | Buffer;
  env?: Record<string, string>;
  /** Whether output goes to a terminal, of this many columns. */
  terminal?: number;
}

/** Runs a command line in this process. */
export async function inProcess(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { cwd = 'test/cli/policies', stdin = '', env = {}, terminal } = options;
  const outputs = [collected(terminal), collected(terminal)] as const;
  const io: Io = {
    stdin: Readable.from([Buffer.from(stdin)], { objectMode: false }),
    stdout: outputs[0].sink,
    stderr: outputs[1].sink,
    cwd: new URL(`../../${cwd}`, import.meta.url).pathname,
    env,
    now: () => 0,
    clock: () => Date.parse('2026-11-25T00:00:00Z'),
    startThread: threadFromSource,
  };
  const exit = await run(argv, io);
  return { exit, stdout: outputs[0].text(), stderr: outputs[1].text() };
}

function collected(terminal: number | undefined) {
  const sink: PassThrough & { isTTY?: boolean; columns?: number } = new PassThrough();
  if (terminal !== undefined) Object.assign(sink, { isTTY: true, columns: terminal });
  const chunks: string[] = [];
  sink.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return { sink, text: () => chunks.concat(sink.read() ?? []).join('') };
}

/** The words of a command line, of which some stand in quotes. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
