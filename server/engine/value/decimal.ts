import type { Fraction } from './fraction.ts';

/** What is measured is kept to so many decimals. */
export const mostDecimals = 12;

const scale = 10n ** BigInt(mostDecimals);

/** A fraction as decimal text in its shortest form; exact up to twelve decimals, beyond that rounded half up. */
export function decimalTextOf({ n, d }: Fraction): string {
  if (d === 1n) return String(n);
  const doubled = 2n * n * scale;
  return decimalOf(floorDiv(doubled + d, 2n * d));
}

/** Decimal text of at most twelve decimals in units of the last of them. */
export function unitsOf(text: string): bigint {
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text) * scale;
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(mostDecimals, '0'));
}

/** The reverse, in its shortest form. */
export function decimalOf(units: bigint): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(mostDecimals + 1, '0');
  const fraction = digits.slice(-mostDecimals).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -mostDecimals)}${fraction && `.${fraction}`}`;
}

function floorDiv(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}
