import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, megabytes, milliseconds, perSecond, ratio } from './figure.ts';
import { writeTickets } from './generate/writeTickets.ts';

const sample = 'samples/northwind/northwind.slapolicy';
const [few, many] = [20_000, 100_000];

/** `simulate --jobs`: what it brings, that it writes the same bytes, and what it holds in memory. */
export function threads(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'slapolicy-bench-'));
  try {
    const cores = Math.max(2, availableParallelism());
    writeTickets(join(folder, 'few'), few);
    writeTickets(join(folder, 'many'), many);
    const one = simulate(folder, 'many', 1);
    const all = simulate(folder, 'many', cores);
    const small = simulate(folder, 'few', cores);
    assert.ok(one.output.equals(all.output), `--jobs ${cores} writes other bytes`);
    return [
      {
        name: `slapolicy simulate --jobs ${cores}, ${many.toLocaleString('en')} tickets`,
        ours: `${milliseconds(all.ms)}, ${perSecond((many * 1000) / all.ms)}, ${(one.ms / all.ms).toFixed(2)}× as fast; the same bytes`,
        beside: `--jobs 1: ${milliseconds(one.ms)}`,
      },
      {
        name: 'its peak memory',
        ours: `${megabytes(all.peak)}, ${ratio(all.peak, small.peak)}`,
        beside: `at ${few.toLocaleString('en')} tickets: ${megabytes(small.peak)}`,
        goal: 'flat: ≤ 1.5×',
        met: all.peak <= 1.5 * small.peak,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function simulate(
  folder: string,
  tickets: string,
  jobs: number,
): { ms: number; peak: number; output: Buffer } {
  const [output, memory] = [join(folder, 'out'), join(folder, 'memory')];
  const out = openSync(output, 'w');
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--import', './bench/peakMemory.mjs', 'dist/cli.js', 'simulate', sample],
      ...['--tickets', join(folder, tickets), '--format', 'ndjson', '--no-reasons', '--jobs', String(jobs)],
    ],
    { stdio: ['ignore', out, 'inherit'], env: { ...process.env, PEAK_MEMORY_FILE: memory } },
  );
  const ms = performance.now() - started;
  closeSync(out);
  assert.equal(status, 0, 'simulate failed');
  return { ms, peak: Number(readFileSync(memory, 'utf8')), output: readFileSync(output) };
}
