import type { Instant } from '../../time/zone.ts';
import { holds } from '../../value/comparison.ts';
import { compareFractions } from '../../value/fraction.ts';
import { rounded } from '../../value/money.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import type { Owed } from './owed.ts';
import { settling } from './priceUnits.ts';

/** Whether it is owed by itself, or only to those who ask: judged by what it comes to, once rounded. */
export function isAutomatic(
  engine: Engine,
  state: State,
  { claim, sum, currency }: Owed,
  asOf: Instant,
): boolean {
  const { remedy } = claim;
  const { automatic } = remedy.def;
  const limit = settling(engine, state, claim, { now: asOf, daysLate: 0, until: asOf }, () =>
    remedy.automatic!(state),
  );
  if (!automatic || limit?.kind !== 'number' || limit.currency !== currency) return false;
  return holds(automatic.operator, compareFractions(rounded(sum, currency), limit.value));
}
