import type { RemedyOutcome } from '../../outcome.ts';
import type { Instant } from '../../time/zone.ts';
import { contextOf } from '../context.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import { step } from '../step.ts';
import { remedyOutcomes } from './remedyOutcomes.ts';

/**
 * What a ticket is owed as of an instant that lies not before the latest its state has seen, with the reasons: for a
 * service that keeps the state between events. The state given is left as it is.
 */
export function owedAt(engine: Engine, state: State, asOf: Instant): RemedyOutcome[] {
  const { state: then } = step(engine, state, { kind: 'wake', at: asOf });
  return remedyOutcomes(contextOf(engine, then), asOf, true).remedies;
}
