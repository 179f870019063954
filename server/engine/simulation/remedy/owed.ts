import { isMore, minus, plus, textFraction, times } from '../../remedy/price.ts';
import type { Price, PricedUnits } from '../../remedy/remedyState.ts';
import type { Instant } from '../../time/zone.ts';
import { type Fraction, notBelowZero, zero } from '../../value/fraction.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import type { Claim } from './claim.ts';
import { priceOnce, settling } from './priceUnits.ts';

/** What a claim comes to, exactly. */
export interface Owed {
  readonly claim: Claim;
  /** Whether it pays in money at all. */
  readonly inMoney: boolean;
  readonly currency?: string;
  /** Before anything is taken off or added. */
  readonly gross: Fraction;
  readonly steps: readonly OwedStep[];
  /** After it, never below zero. */
  readonly sum: Fraction;
  /** Days. */
  readonly validity?: number;
  /** What is paid once. */
  readonly once?: Price;
  /** The amount that cannot be had, as written. */
  readonly missing?: string;
  /** By clause of `adjusts`: what its amount is. */
  readonly limits: readonly (Fraction | undefined)[];
  /** The remedy that is paid in its place. */
  instead?: string;
}

/** One deduction, least or cap, in the order written. */
export interface OwedStep {
  readonly clause: number;
  readonly amount: Fraction;
  readonly before: Fraction;
  readonly after: Fraction;
}

export function owedOf(engine: Engine, state: State, claim: Claim, asOf: Instant): Owed {
  const { remedy, run } = claim;
  const { def } = remedy;
  const once = remedy.once.length > 0 ? (run.once ?? priceOnce(engine, state, claim, asOf)) : undefined;
  const prices: PricedUnits[] = [
    ...(once ? [{ units: 1, ...once }] : []),
    ...run.counted.flatMap((count) => count.prices),
  ];
  const currency = prices.find((price) => price.currency !== undefined)?.currency ?? remedy.currency;
  const strange = prices.find(
    (price) => price.missing !== undefined || (price.money !== undefined && price.currency !== currency),
  );
  const gross = prices.reduce(
    (sum, { money, units }) => (money === undefined ? sum : plus(sum, times(textFraction(money), units))),
    zero,
  );
  const inMoney = def.pays.some(({ validity }) => !validity);
  const days = prices.reduce((sum, { days = 0, units }) => sum + days * units, 0);
  const adjusted = strange ? undefined : adjust(engine, state, claim, gross, currency, asOf);
  const missing = strange ? def.pays[strange.missing ?? strange.rows[0] ?? 0]?.text : adjusted?.missing;
  return {
    claim,
    inMoney,
    ...(currency !== undefined && { currency }),
    gross,
    steps: adjusted?.steps ?? [],
    sum: adjusted?.sum ?? zero,
    ...(def.pays.some(({ validity }) => validity) && (days > 0 || !inMoney) && { validity: days }),
    ...(once && { once }),
    ...(missing !== undefined && { missing }),
    limits: adjusted?.limits ?? [],
  };
}

interface Adjusted {
  steps: OwedStep[];
  sum: Fraction;
  limits: (Fraction | undefined)[];
  missing?: string;
}

/** Deductions, the least and caps apply as written; of nothing there is no least. */
function adjust(
  engine: Engine,
  state: State,
  claim: Claim,
  gross: Fraction,
  currency: string | undefined,
  asOf: Instant,
): Adjusted {
  const { remedy } = claim;
  const result: Adjusted = { steps: [], sum: notBelowZero(gross), limits: [] };
  const values = settling(engine, state, claim, { now: asOf, daysLate: 0, until: asOf }, () =>
    remedy.adjusts.map(({ amount, when }) => ({ value: amount(state), holds: when?.(state) ?? true })),
  );
  remedy.def.adjusts.forEach((clause, i) => {
    const { value, holds } = values[i]!;
    if (!holds) {
      result.limits.push(undefined);
      return;
    }
    const amount = value?.kind === 'number' && value.currency === currency ? value.value : undefined;
    result.limits.push(amount);
    if (amount === undefined) {
      // An unset deduction is nothing.
      if (clause.kind !== 'deducts' || value !== undefined) result.missing ??= clause.text;
      return;
    }
    const before = result.sum;
    result.sum = applied(clause.kind, before, amount, gross);
    result.steps.push({ clause: i, amount, before, after: result.sum });
  });
  return result;
}

function applied(
  kind: 'deducts' | 'never below' | 'capped',
  sum: Fraction,
  amount: Fraction,
  gross: Fraction,
): Fraction {
  switch (kind) {
    case 'deducts':
      return notBelowZero(minus(sum, amount));
    case 'never below':
      return isMore(gross, zero) && isMore(amount, sum) ? amount : sum;
    case 'capped':
      return notBelowZero(isMore(sum, amount) ? amount : sum);
  }
}
