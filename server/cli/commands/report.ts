import { resolve } from 'node:path';
import type { Expectation } from '../../compile/expectation.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { type Summary, summarize } from '../../engine/tally/summary.ts';
import { emptyTally, tally } from '../../engine/tally/tally.ts';
import type { Instant } from '../../engine/time/zone.ts';
import { type ReportedScenario, reportPage } from '../../report/reportPage.ts';
import type { Runner } from '../commands.ts';
import { failUnusable } from '../failUnusable.ts';
import { writeText } from '../input/writeText.ts';
import type { Io } from '../io.ts';
import { loadPolicy } from '../loadPolicy.ts';
import { readAsOf } from '../readAsOf.ts';
import { readTickets } from '../readTickets.ts';
import type { RanScenario } from '../runScenarios.ts';
import { runTicket } from '../runTicket.ts';
import { isDamage } from '../ticketFindings.ts';
import { version } from '../version.ts';

/** Writes the page for reviewers. */
export const run: Runner<'report'> = async ({ operands: [operand = ''], options }, io) => {
  if (operand === '-' && options.tickets === '-')
    return failUnusable(io, 'Standard input cannot be both the policy and the tickets.');
  const loaded = await loadPolicy(operand, io);
  if (!loaded.ok) return failUnusable(io, ...loaded.messages);
  const { engine } = loaded;
  const asOf = readAsOf(options['as-of'], [engine]);
  if (!asOf.ok) return failUnusable(io, asOf.message);
  const tickets =
    options.tickets === undefined ? undefined : await sumUp(engine, options.tickets, asOf.at, io);
  if (typeof tickets === 'string') return failUnusable(io, tickets);
  const scenarios = await loaded.runScenarios();
  const page = reportPage({
    engine,
    scenarios: scenarios.map(reported),
    ...(tickets && { summary: tickets.summary }),
    generator: `slapolicy ${version()}`,
  });
  if (options.out === '-') io.stdout.write(page);
  else {
    const written = writeText(resolve(io.cwd, options.out), page);
    if (!written.ok) return failUnusable(io, `${options.out} ${written.why}.`);
  }
  return tickets?.damaged || scenarios.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
};

function reported({ scenario, engine, verdict, outcome, expectations }: RanScenario): ReportedScenario {
  return {
    title: scenario.title,
    verdict,
    ticket: scenario.ticket,
    outcome,
    expectations: expectations.map(({ verdict, expected, actual, expectation }) => ({
      verdict,
      expected,
      actual,
      concerns: concernOf(expectation, engine),
    })),
  };
}

function concernOf(expectation: Expectation, { policy }: Engine): string | undefined {
  switch (expectation.kind) {
    case 'benchmark':
      return expectation.benchmark;
    case 'action':
      return policy.ladders.find(({ id }) => id === expectation.ladder)?.on;
    case 'dispute':
      return expectation.dispute;
    case 'right':
      return expectation.right;
    case 'permit':
      return expectation.permit;
    case 'remedy':
      return expectation.remedy;
    case 'conduct':
      return expectation.name;
    default:
      return undefined;
  }
}

/** Gives a sentence where the file is unusable. */
async function sumUp(
  engine: Engine,
  operand: string,
  asOf: Instant | undefined,
  io: Io,
): Promise<{ summary: Summary; damaged: boolean } | string> {
  const reader = readTickets(operand, io);
  if (!reader.ok) return reader.message;
  const counts = emptyTally(asOf);
  let damaged = false;
  const count = (rule: string): void => {
    damaged = true;
    counts.findings[rule] = (counts.findings[rule] ?? 0) + 1;
  };
  const unusable = await reader.each((item) => {
    const ran =
      item.kind === 'damage' ? item : runTicket([engine], item, { ...(asOf !== undefined && { asOf }) });
    if (ran.kind === 'damage') count(ran.rule);
    else {
      if (ran.outcome.findings.some(isDamage)) damaged = true;
      tally(engine, counts, ran.outcome);
    }
    return undefined;
  });
  return unusable ?? { summary: summarize(engine, counts, asOf), damaged };
}
