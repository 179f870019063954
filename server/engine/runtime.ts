/**
 * The library: what a service needs to run a compiled policy, one event at a time or a whole ticket at once.
 *
 *     import { loadEngine, simulate } from 'slapolicy';
 *
 * Of several versions of a policy, the one in force at a ticket's first event governs it:
 *
 *     const versions = [loadEngine(policy2026), loadEngine(policy2027)];
 *     const engine = inForce(versions, ticket);
 *     if (engine) simulate(engine, ticket);
 */
export { type Loaded, load, loadEngine } from './load.ts';
export type * from './outcome.ts';
export type { Policy } from './policy.ts';
export { beginTicket } from './simulation/beginTicket.ts';
export type { Effect } from './simulation/effects.ts';
export type { Engine } from './simulation/engine.ts';
export { type ReadTicket, readTicket } from './simulation/readTicket.ts';
export { owedAt } from './simulation/remedy/owedAt.ts';
export { type SimulateOptions, simulate } from './simulation/simulate.ts';
export type { State } from './simulation/state.ts';
export { type Input, type Step, step } from './simulation/step.ts';
export { merge } from './tally/merge.ts';
export { type Summary, summarize } from './tally/summary.ts';
export { emptyTally, type Tally, tally } from './tally/tally.ts';
export { tallyText } from './tally/tallyText.ts';
export type { Ticket, TicketEntry } from './ticket.ts';
export { type PolicyProblem, validatePolicy } from './validatePolicy.ts';
export { compareVersions, inForce, type VersionProblem } from './versions.ts';
