import type { Engine } from '../../engine/simulation/engine.ts';
import type { Runner } from '../commands.ts';
import { failUnusable } from '../failUnusable.ts';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import type { Io } from '../io.ts';
import { loadVersions } from '../loadVersions.ts';
import { createOutput } from '../output.ts';
import { progressOf } from '../progress.ts';
import { readAsOf } from '../readAsOf.ts';
import { readJobs } from '../readJobs.ts';
import { readTickets } from '../readTickets.ts';
import { type Rendered, separators } from '../simulate/render.ts';
import type { SimulationSetup } from '../simulate/setup.ts';
import { createSimulator, mergeCounts, type SimulationCounts } from '../simulate/simulator.ts';
import { summarizeSimulation } from '../simulate/summarizeSimulation.ts';
import { createThreads } from '../simulate/threads.ts';
import { writerOf } from '../simulate/writer.ts';
import { styleSettings } from '../terminal/style.ts';

/** Runs tickets through a policy, each under the version that was in force. */
export const run: Runner<'simulate'> = async ({ operands, options }, io) => {
  if (operands.includes('-') && options.tickets === '-')
    return failUnusable(io, 'Standard input cannot be both the policy and the tickets.');
  const jobs = readJobs(options.jobs);
  if (!jobs.ok) return failUnusable(io, jobs.message);
  const loaded = await loadVersions(operands, io);
  if (!loaded.ok) return failUnusable(io, ...loaded.messages);
  const { versions } = loaded;
  const asOf = readAsOf(options['as-of'], versions);
  if (!asOf.ok) return failUnusable(io, asOf.message);
  let taken = 0;
  const reader = readTickets(options.tickets, io, () => progress.show(taken));
  if (!reader.ok) return failUnusable(io, reader.message);
  const progress = progressOf(reader.source, io);
  const setup: SimulationSetup = {
    policies: versions.map(({ policy }) => policy),
    asOf: asOf.at,
    reasons: options.reasons,
    format: options.format,
    name: reader.source.name,
    style: styleSettings(io.stdout, io),
  };
  const writer = writerOf(setup, versions);
  const between = separators[options.format];
  const output = createOutput(io.stdout);
  let wrote = 0;
  const write = (rendered: Rendered): Promise<void> | undefined =>
    output.write(`${wrote++ === 0 ? writer.begin : between}${writer.ticket(rendered)}`);

  const run = runOf(jobs.jobs, versions, setup, write, io);
  try {
    const unusable = await reader.each((item) => {
      if (item.kind === 'ticket') taken++;
      return run.take(item);
    });
    if (unusable) return failUnusable(io, unusable);
    const counts = await run.end();
    progress.end();
    const summary = summarizeSimulation(versions, counts, asOf.at);
    await output.write(`${wrote === 0 ? writer.begin : ''}${writer.end(summary)}`);
    await output.flush();
    return counts.damaged ? 1 : 0;
  } finally {
    progress.end();
    run.stop();
  }
};

/** What tickets are given to: this thread, or others. */
interface Run {
  take(item: RawTicket | Damage): Promise<void> | undefined;
  end(): Promise<SimulationCounts>;
  stop(): void;
}

function runOf(
  jobs: number,
  versions: readonly Engine[],
  setup: SimulationSetup,
  write: (rendered: Rendered) => Promise<void> | undefined,
  io: Io,
): Run {
  if (jobs === 1) {
    const simulator = createSimulator(versions, setup);
    return {
      take: (item) => write(simulator.take(item)),
      end: async () => simulator.counts,
      stop: () => undefined,
    };
  }
  const workers = Array.from({ length: jobs }, () => io.startThread(setup));
  const threads = createThreads(workers, async (batch) => {
    for (const rendered of batch) {
      const wait = write(rendered);
      if (wait) await wait;
    }
  });
  return { ...threads, end: async () => mergeCounts(await threads.end()) };
}
