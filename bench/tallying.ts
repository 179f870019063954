import { readFileSync } from 'node:fs';
import { compile } from '../server/compile/compile.ts';
import { loadHolidays } from '../server/compile/loadHolidays.ts';
import { loadEngine } from '../server/engine/load.ts';
import type { Engine } from '../server/engine/simulation/engine.ts';
import { simulate } from '../server/engine/simulation/simulate.ts';
import { merge } from '../server/engine/tally/merge.ts';
import { summarize } from '../server/engine/tally/summary.ts';
import { emptyTally, type Tally, tally } from '../server/engine/tally/tally.ts';
import { tallyText } from '../server/engine/tally/tallyText.ts';
import { createWorkspace } from '../server/model/workspace.ts';
import { type Figure, kilobytes, milliseconds, ratio } from './figure.ts';
import { northwindTicket } from './generate/northwindTicket.ts';
import { medianMs } from './measure.ts';

const sample = new URL('../samples/northwind/northwind.slapolicy', import.meta.url);
const batch = 10_000;
const batches = 100;
/** Of so many batches one is also run without being tallied, right beside. */
const paired = 5;

/** What it costs to count a million tickets while they are run, and what is kept of them. */
export async function tallying(): Promise<Figure[]> {
  const engine = await northwind();
  const counts = emptyTally();
  let [alone, together] = [0, 0];
  let early = 0;
  // Warm before it is measured.
  runBatch(engine, 0, emptyTally());
  runBatch(engine, 0);
  for (let number = 0; number < batches; number++) {
    const isPaired = number % paired === 0;
    if (isPaired) alone += runBatch(engine, number);
    const took = runBatch(engine, number, counts);
    if (isPaired) together += took;
    if (number === batches / 10 - 1) early = countsSize(counts);
  }
  const size = countsSize(counts);
  const summing = await medianMs(() => summarize(engine, counts), 5);
  const merging = await medianMs(() => merge(counts, counts), 5);
  return [
    {
      name: `run and tally ${(batch * batches).toLocaleString('en')} Northwind tickets`,
      ours: `${((together / alone) * 100 - 100).toFixed(1)}% more than to run them`,
      beside: `running alone: ${milliseconds(alone / (batches / paired))} for ${batch.toLocaleString('en')}`,
      goal: '≤ 20%',
      met: together <= 1.2 * alone,
    },
    {
      name: 'what the tally keeps, but for breaches by account',
      ours: `${kilobytes(size)}, ${ratio(size, early)}`,
      beside: `of ${((batch * batches) / 10).toLocaleString('en')} tickets: ${kilobytes(early)}`,
      goal: 'flat: ≤ 1.5×',
      met: size <= 1.5 * early,
    },
    {
      name: 'the breaches by account, for repetitions',
      ours: kilobytes(tallyText(counts).length - size),
      beside: `${Object.keys(counts.breaches).length.toLocaleString('en')} accounts, of each at most 1,000 breaches`,
    },
    { name: 'sum it up', ours: milliseconds(summing), beside: `merge two: ${milliseconds(merging)}` },
  ];
}

async function northwind(): Promise<Engine> {
  const workspace = createWorkspace({ read: (uri) => readFileSync(new URL(uri), 'utf8') });
  const { policy } = compile(workspace.program(sample.href), { holidays: await loadHolidays() });
  return loadEngine(policy!);
}

/** What grows with windows and groups, and not with tickets. */
function countsSize(counts: Tally): number {
  return tallyText({ ...counts, breaches: {} }).length;
}

/** As the command line does it: read, run, write. */
function runBatch(engine: Engine, number: number, counts?: Tally): number {
  const lines = Array.from({ length: batch }, (_, i) => JSON.stringify(northwindTicket(number * batch + i)));
  let written = 0;
  const started = performance.now();
  for (const line of lines) {
    const outcome = simulate(engine, JSON.parse(line));
    if (counts) tally(engine, counts, outcome);
    written += JSON.stringify(outcome).length;
  }
  const took = performance.now() - started;
  if (written === 0) throw new Error('nothing was written');
  return took;
}
