import { judge } from '../compile/judge.ts';
import type { Scenario } from '../compile/scenarios.ts';
import { loadEngine } from '../engine/load.ts';
import type { Policy } from '../engine/policy.ts';
import { simulate } from '../engine/simulation/simulate.ts';
import { type Expected, outcomePage } from './simulate/outcomePage.ts';
import { readTickets } from './simulate/readTickets.ts';

/** So many tickets of a file are shown; for more there is the command line. */
export const mostTickets = 50;

/** What became of a scenario's case, as a page in Markdown, with what was expected of it. */
export function simulateScenario(policy: Policy, scenario: Scenario): string {
  const engine = loadEngine(policy);
  const { asOf, ticket } = scenario;
  const outcome = simulate(engine, ticket, { ...(asOf !== undefined && { asOf }), reasons: true });
  const expected = scenario.expect.map((expectation): Expected => {
    const judged = judge(expectation, outcome, engine);
    return { ...judged, judged: expectation.kind !== 'not run' };
  });
  return outcomePage(engine, ticket, outcome, expected);
}

/** What became of the first tickets of a file, NDJSON or a JSON array, as a page in Markdown. */
export function simulateTickets(policy: Policy, text: string): string {
  const engine = loadEngine(policy);
  const { tickets, unreadable, more } = readTickets(text, mostTickets);
  const pages = tickets.map((ticket) =>
    outcomePage(engine, ticket, simulate(engine, ticket, { reasons: true })),
  );
  const rest = more
    ? [`_Only the first ${mostTickets} tickets are shown. \`slapolicy simulate\` runs them all._`]
    : [];
  return [...unreadable, ...pages, ...rest].join('\n\n') || 'There is no ticket in this file.';
}
