import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEngine } from '../server/engine/load.ts';
import type { Policy } from '../server/engine/policy.ts';
import { simulate } from '../server/engine/simulation/simulate.ts';
import { type Figure, megabytes, milliseconds, perSecond, ratio } from './figure.ts';
import { northwindTicket } from './generate/northwindTicket.ts';
import { writeTickets } from './generate/writeTickets.ts';
import { medianMs } from './measure.ts';

const sample = 'samples/northwind/northwind.slapolicy';
const few = 10_000;
const many = 100_000;

/** Simulation beside reading its input and writing its output, and what the command line holds in memory. */
export async function tickets(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'slapolicy-bench-'));
  try {
    return [...(await inProcess()), ...commandLine(folder)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inProcess(): Promise<Figure[]> {
  const exported = spawnSync(process.execPath, ['dist/cli.js', 'export', sample], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  assert.equal(exported.status, 0, exported.stderr);
  const policy = JSON.parse(exported.stdout) as Policy;
  const engine = loadEngine(policy);
  const lines = Array.from({ length: few }, (_, n) => JSON.stringify(northwindTicket(n)));
  const figures: Figure[] = [];
  for (const reasons of [false, true]) {
    // One ticket at a time, as the command line and a service have it.
    const run = await medianMs(() => {
      let written = 0;
      for (const line of lines)
        written += JSON.stringify(simulate(engine, JSON.parse(line), { reasons })).length;
      return written;
    });
    // Read back from their text: if what `simulate` makes were kept, V8 would from then on make it where long-lived
    // objects live, and the next figure would pay for that.
    const outcomes = lines.map((line): unknown =>
      JSON.parse(JSON.stringify(simulate(engine, JSON.parse(line), { reasons }))),
    );
    const floor = await medianMs(() => {
      let written = 0;
      lines.forEach((line, i) => {
        JSON.parse(line);
        written += JSON.stringify(outcomes[i]).length;
      });
      return written;
    });
    figures.push({
      name: `simulate ${few.toLocaleString('en')} Northwind tickets in process${reasons ? ', with reasons' : ''}`,
      ours: `${milliseconds(run)}, ${ratio(run, floor)}, ${perSecond((few * 1000) / run)}`,
      beside: `JSON.parse of the same lines and JSON.stringify of the same outcomes: ${milliseconds(floor)}`,
      ...(reasons ? {} : { goal: '≤ 2.5×', met: run <= 2.5 * floor }),
    });
  }
  return figures;
}

function commandLine(folder: string): Figure[] {
  const [small, large] = [few, many].map((count) => simulateFile(folder, count));
  const growth = large!.peak / small!.peak;
  return [
    {
      name: `slapolicy simulate, ${many.toLocaleString('en')} tickets`,
      ours: `${milliseconds(large!.ms)}, ${perSecond((many * 1000) / large!.ms)}`,
      beside: `${few.toLocaleString('en')} tickets: ${milliseconds(small!.ms)}`,
    },
    {
      name: 'its peak memory',
      ours: `${megabytes(large!.peak)}, ${ratio(large!.peak, small!.peak)}`,
      beside: `at ${few.toLocaleString('en')} tickets: ${megabytes(small!.peak)}`,
      goal: 'flat: ≤ 1.5×',
      met: growth <= 1.5,
    },
  ];
}

function simulateFile(folder: string, count: number): { ms: number; peak: number } {
  const [input, output, memory] = ['in.ndjson', 'out.ndjson', 'memory'].map((name) => join(folder, name));
  writeTickets(input!, count);
  const out = openSync(output!, 'w');
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      './bench/peakMemory.mjs',
      'dist/cli.js',
      'simulate',
      sample,
      '--tickets',
      input!,
      '--format',
      'ndjson',
    ],
    { stdio: ['ignore', out, 'inherit'], env: { ...process.env, PEAK_MEMORY_FILE: memory! } },
  );
  const ms = performance.now() - started;
  closeSync(out);
  assert.equal(status, 0, 'simulate failed');
  return { ms, peak: Number(readFileSync(memory!, 'utf8')) };
}
