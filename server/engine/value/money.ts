import type { Fraction } from './fraction.ts';

/** ISO 4217 currencies whose minor unit is not a hundredth, by the digits after the point. */
const otherDigits = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(withDigits(0)),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(withDigits(3)),
  ...'CLF UYW'.split(' ').map(withDigits(4)),
]);

function withDigits(digits: number): (code: string) => [string, number] {
  return (code) => [code, digits];
}

/** The digits after the point of a currency's minor unit. */
export function minorDigits(currency: string | undefined): number {
  return (currency === undefined ? undefined : otherDigits.get(currency)) ?? 2;
}

/** An amount of nothing or more in whole minor units, half of one rounded up. */
export function roundedHalfUp({ n, d }: Fraction, digits: number): bigint {
  const scaled = n * 10n ** BigInt(digits) * 2n + d;
  return scaled / (2n * d);
}

/** The same as a fraction, in the minor unit of a currency. */
export function rounded(value: Fraction, currency: string | undefined): Fraction {
  const digits = minorDigits(currency);
  return { n: roundedHalfUp(value, digits), d: 10n ** BigInt(digits) };
}

/** The same as decimal text: `370.30`. */
export function roundedText(value: Fraction, currency: string | undefined): string {
  const digits = minorDigits(currency);
  return minorText(roundedHalfUp(value, digits), digits);
}

/** Minor units as decimal text: `370.30`. */
export function minorText(minor: bigint, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * An amount as people read it: with the digits of its currency where it is whole in them, else exactly where it ends
 * within eight digits, else cut there with `…`.
 */
export function amountWords(value: Fraction, currency: string | undefined): string {
  const unit = currency === undefined ? '' : ` ${currency}`;
  return `${decimalWords(value, currency === undefined ? 0 : minorDigits(currency))}${unit}`;
}

const mostDigits = 8;

/** A number with at least so many digits after the point. */
function decimalWords({ n, d }: Fraction, least: number): string {
  const sign = n < 0n ? '-' : '';
  const size = n < 0n ? -n : n;
  const scale = 10n ** BigInt(mostDigits);
  const exact = (size * scale) % d === 0n;
  const digits = String((size * scale) / d).padStart(mostDigits + 1, '0');
  const whole = digits.slice(0, -mostDigits);
  const part = digits.slice(-mostDigits);
  if (!exact) return `${sign}${whole}.${part}…`;
  const kept = part.replace(/0+$/, '').padEnd(least, '0');
  return kept === '' ? `${sign}${whole}` : `${sign}${whole}.${kept}`;
}
