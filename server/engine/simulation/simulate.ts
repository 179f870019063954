import type { Outcome, ProjectedOutcome } from '../outcome.ts';
import type { Instant } from '../time/zone.ts';
import { beginTicket } from './beginTicket.ts';
import { closeInstant } from './closeInstant.ts';
import { type Context, contextOf } from './context.ts';
import type { Engine } from './engine.ts';
import { outcomeOf } from './outcomeOf.ts';
import { projectedOf } from './projectedOf.ts';
import { readTicket } from './readTicket.ts';
import { advance } from './step.ts';
import { nextWake } from './wake.ts';

export interface SimulateOptions {
  /** Timers up to and including this instant have happened; by default the ticket's last event. */
  asOf?: Instant;
  /** Whether every outcome explains itself. */
  reasons?: boolean;
}

/** So many things to come are shown; a rung without a limit would go on for ever. */
const mostProjected = 20;

/**
 * What happens to a ticket, given as parsed JSON. Bad input becomes findings; it never throws. A simulation is nothing
 * but the fold of `step` over the ticket's log and a wake-up at the end.
 */
export function simulate(engine: Engine, ticket: unknown, options: SimulateOptions = {}): Outcome {
  const { id, fields, entries, findings } = readTicket(engine, ticket);
  const context = contextOf(engine, beginTicket(engine, id, fields, findings));
  const asOf = options.asOf ?? entries[entries.length - 1]?.at;
  for (const entry of entries) {
    if (asOf !== undefined && entry.at > asOf) break;
    advance(context, entry);
  }
  if (asOf !== undefined) advance(context, { kind: 'wake', at: asOf });
  const outcome = outcomeOf(context, asOf ?? null, options.reasons ?? false);
  outcome.projected = project(context);
  return outcome;
}

/** What the timers would still do if nothing else happened. The context goes on with it and is of no further use. */
function project(context: Context): ProjectedOutcome[] {
  const { engine, state, effects } = context;
  const projected: ProjectedOutcome[] = [];
  for (
    let wake = nextWake(engine, state);
    wake !== null && wake <= engine.lastInstant && projected.length < mostProjected;
    wake = nextWake(engine, state)
  ) {
    let next = effects.length;
    closeInstant(context, wake);
    for (; next < effects.length; next++) {
      const ahead = projectedOf(engine, effects[next]!);
      if (ahead) projected.push(ahead);
    }
  }
  return projected.slice(0, mostProjected);
}
