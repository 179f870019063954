import type { Instant } from '../../time/zone.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import type { Claim } from './claim.ts';
import { settling } from './priceUnits.ts';

/** By when a claim must be paid as things stand: the earliest of its clauses; undefined while that is not known. */
export function payableBy(engine: Engine, state: State, claim: Claim, now: Instant): Instant | undefined {
  const { remedy, counting } = claim;
  if (remedy.paid.length === 0) return undefined;
  const dues = settling(engine, state, claim, { now, daysLate: 0, until: now }, () =>
    remedy.paid.flatMap(({ deadline }) => deadline(state, counting.zone) ?? []),
  );
  return dues.length > 0 ? Math.min(...dues) : undefined;
}

/** The same for an outcome: what has ended keeps its date, what lasts waits for no event of an earlier claim. */
export function paidByOf(engine: Engine, state: State, claim: Claim, now: Instant): Instant | undefined {
  const { run, remedy } = claim;
  if (run.payable !== null) return run.payable;
  const waits = remedy.paid.some(({ events }) => events.length > 0);
  return waits ? undefined : payableBy(engine, state, claim, now);
}
