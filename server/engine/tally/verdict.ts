import type { Comparison } from '../policy.ts';
import { holds } from '../value/comparison.ts';
import { compareFractions, type Fraction, parseDecimal, zero } from '../value/fraction.ts';

export type Bound = Exclude<Comparison, 'is'>;

/** What a summary says of a promise: `too few` below the least sample. */
export type Verdict = 'attained' | 'missed' | 'too few';

/** Whether a value is on the right side of a bound; compared as fractions. */
export function satisfies(operator: Bound, value: Fraction, wanted: Fraction): boolean {
  return holds(operator, compareFractions(value, wanted));
}

/** A part of a whole in percent points; nothing of nothing is nothing. */
export function percentOf(part: number, whole: number): Fraction {
  return whole === 0 ? zero : { n: BigInt(part) * 100n, d: BigInt(whole) };
}

/** Percent points as written in the policy. */
export function wantedOf(text: string): Fraction {
  return parseDecimal(text) ?? { n: 100n, d: 1n };
}

/** With so many decimals, cut and not rounded, so that 89.999 never reads as 90. */
export function cutText({ n, d }: Fraction, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const units = (n * scale) / d;
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}
