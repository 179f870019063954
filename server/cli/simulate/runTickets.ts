import type { Engine } from '../../engine/simulation/engine.ts';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import type { Io } from '../io.ts';
import { loadVersions } from '../loadVersions.ts';
import { progressOf } from '../progress.ts';
import { readAsOf } from '../readAsOf.ts';
import { readJobs } from '../readJobs.ts';
import { readTickets } from '../readTickets.ts';
import { styleSettings } from '../terminal/style.ts';
import type { Rendered } from './render.ts';
import type { SimulationSetup } from './setup.ts';
import { createSimulator, mergeCounts, type SimulationCounts } from './simulator.ts';
import { type SimulationSummary, summarizeSimulation } from './summarizeSimulation.ts';
import { createThreads } from './threads.ts';

/** What the command line says. */
export interface Request {
  operands: readonly string[];
  tickets: string;
  asOf: string | undefined;
  jobs: string;
  format: SimulationSetup['format'];
  reasons: boolean;
}

/** Where what is made of tickets goes, in the order of the file. */
export interface Sink {
  write(rendered: Rendered): Promise<void> | undefined;
  end(summary: SimulationSummary): Promise<void>;
}

export type RanTickets = { ok: true; damaged: boolean } | { ok: false; messages: readonly string[] };

/** Runs tickets, each under the version that was in force; not ok where nothing can be run. */
export async function runTickets(
  request: Request,
  sinkFor: (setup: SimulationSetup, versions: readonly Engine[]) => Sink,
  io: Io,
): Promise<RanTickets> {
  if (request.operands.includes('-') && request.tickets === '-')
    return unusable('Standard input cannot be both the policy and the tickets.');
  const jobs = readJobs(request.jobs);
  if (!jobs.ok) return unusable(jobs.message);
  const loaded = await loadVersions(request.operands, io);
  if (!loaded.ok) return unusable(...loaded.messages);
  const { versions } = loaded;
  const asOf = readAsOf(request.asOf, versions);
  if (!asOf.ok) return unusable(asOf.message);
  let taken = 0;
  const reader = readTickets(request.tickets, io, () => progress.show(taken));
  if (!reader.ok) return unusable(reader.message);
  const progress = progressOf(reader.source, io);
  const setup: SimulationSetup = {
    policies: versions.map(({ policy }) => policy),
    asOf: asOf.at,
    reasons: request.reasons,
    format: request.format,
    name: reader.source.name,
    style: styleSettings(io.stdout, io),
  };
  const sink = sinkFor(setup, versions);
  const run = runOf(jobs.jobs, versions, setup, (rendered) => sink.write(rendered), io);
  try {
    const broken = await reader.each((item) => {
      if (item.kind === 'ticket') taken++;
      return run.take(item);
    });
    if (broken) return unusable(broken);
    const counts = await run.end();
    progress.end();
    await sink.end(summarizeSimulation(versions, counts, asOf.at));
    return { ok: true, damaged: counts.damaged };
  } finally {
    progress.end();
    run.stop();
  }
}

function unusable(...messages: string[]): RanTickets {
  return { ok: false, messages };
}

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
