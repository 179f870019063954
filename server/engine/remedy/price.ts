import { calculate, compareFractions, type Fraction } from '../value/fraction.ts';
import type { CountState, Price } from './remedyState.ts';

/** Adds units to what a sequence is worth, together with equal ones before them. */
export function addUnits(count: CountState, units: number, price: Price): void {
  if (units === 0) return;
  count.units += units;
  const last = count.prices[count.prices.length - 1];
  if (last && isSame(last, price)) last.units += units;
  else count.prices.push({ units, ...price });
}

function isSame(a: Price, b: Price): boolean {
  return (
    a.money === b.money &&
    a.currency === b.currency &&
    a.days === b.days &&
    a.missing === b.missing &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, i) => row === b.rows[i])
  );
}

export function fractionText({ n, d }: Fraction): string {
  return `${n}/${d}`;
}

export function textFraction(text: string): Fraction {
  const [n = '0', d = '1'] = text.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return calculate('+', a, b)!;
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return calculate('-', a, b)!;
}

export function times(a: Fraction, units: number): Fraction {
  return calculate('*', a, { n: BigInt(units), d: 1n })!;
}

export function isMore(a: Fraction, b: Fraction): boolean {
  return compareFractions(a, b) > 0;
}
