import { jsonError } from '../compile/json/jsonError.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { type SimulateOptions, simulate } from '../engine/simulation/simulate.ts';
import type { Damage, RawTicket } from './input/rawTicket.ts';
import { placeFindings, placeIn } from './ticketFindings.ts';

export type RanTicket =
  | { kind: 'outcome'; json: unknown; outcome: Outcome }
  /** There is no ticket here. */
  | Damage;

/** Runs a ticket as it stands in its file; what is found in it has its line and column. */
export function runTicket(engine: Engine, raw: RawTicket, options: SimulateOptions): RanTicket {
  let json: unknown;
  try {
    json = JSON.parse(raw.text);
  } catch {
    const error = jsonError(raw.text);
    return damageAt(raw, 'tickets/not-json', error?.message ?? 'This is not JSON.', error?.offset);
  }
  try {
    const outcome = simulate(engine, json, options);
    const [first] = outcome.findings;
    if (first?.rule === 'ticket/not-a-ticket') return damageAt(raw, first.rule, first.message);
    if (outcome.findings.length > 0) placeFindings(outcome, raw);
    return { kind: 'outcome', json, outcome };
  } catch (error) {
    // What walks a value nested a hundred thousand levels deep runs out of stack; that is the ticket's fault alone.
    if (!(error instanceof RangeError)) throw error;
    return damageAt(raw, 'tickets/too-deep', 'This is nested too deep to be a ticket.');
  }
}

function damageAt(raw: RawTicket, rule: string, message: string, offset = 0): Damage {
  return { kind: 'damage', rule, message, ...placeIn(raw, offset) };
}
