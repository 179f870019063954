import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Figure, kilobytes, milliseconds } from './figure.ts';
import { quantile } from './measure.ts';

/** Sizes of the bundles, as the build wrote them down. */
export function bundleSizes(): Figure[] {
  const { bundles } = JSON.parse(readFileSync('dist/meta.json', 'utf8')) as {
    bundles: { file: string; bytes: number; limit: number }[];
  };
  return bundles.map(({ file, bytes, limit }) => ({
    name: `dist/${file}`,
    ours: kilobytes(bytes),
    goal: `< ${kilobytes(limit)}`,
    met: bytes < limit,
  }));
}

/** From the start of a process to its first answer, beside a process that does nothing. */
export async function startUp(): Promise<Figure[]> {
  const nothing = await medianOf(7, () => timeOf(['-e', '0']));
  const cli = await medianOf(7, () => timeOf(['dist/cli.js', '--help']));
  const server = await medianOf(7, timeToInitialize);
  const beside = `a Node process that does nothing: ${milliseconds(nothing)}`;
  return [
    { name: 'server start to `initialize` answered', ours: milliseconds(server), beside },
    { name: 'slapolicy --help', ours: milliseconds(cli), beside },
  ];
}

function timeOf(args: string[]): number {
  const started = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - started;
}

async function medianOf(runs: number, measure: () => number | Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await measure());
  return quantile(times, 0.5);
}

function timeToInitialize(): Promise<number> {
  const started = performance.now();
  const server = spawn(process.execPath, ['dist/server.cjs', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const request = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
  return new Promise((answered, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`the server stopped with ${code}`)));
    server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (!chunk.includes('"capabilities"')) return;
      answered(performance.now() - started);
      server.removeAllListeners('exit');
      server.kill();
    });
  });
}
