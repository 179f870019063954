/** An exact rational number. The denominator is positive; fractions are not reduced until they grow. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const parsed = new Map<string, Fraction>();

/** Decimal text such as `-59.90` as a fraction; undefined where it is none. */
export function parseDecimal(text: string): Fraction | undefined {
  const known = parsed.get(text);
  if (known) return known;
  const match = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text);
  if (!match) return undefined;
  const digits = match[3] ?? '';
  const n = BigInt(match[2] + digits);
  const fraction = { n: match[1] ? -n : n, d: 10n ** BigInt(digits.length) };
  // Bounded, so that a long run over hostile numbers does not keep them all.
  if (parsed.size < 10_000) parsed.set(text, fraction);
  return fraction;
}

export const zero: Fraction = { n: 0n, d: 1n };

/** Itself, or zero where it is less. */
export function notBelowZero(value: Fraction): Fraction {
  return value.n < 0n ? zero : value;
}

export function fractionOf(value: number): Fraction {
  return { n: BigInt(value), d: 1n };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Undefined for a division by zero. */
export function calculate(operator: '+' | '-' | '*' | '/', a: Fraction, b: Fraction): Fraction | undefined {
  switch (operator) {
    case '+':
      return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
    case '-':
      return reduced(a.n * b.d - b.n * a.d, a.d * b.d);
    case '*':
      return reduced(a.n * b.n, a.d * b.d);
    case '/':
      if (b.n === 0n) return undefined;
      return b.n < 0n ? reduced(-a.n * b.d, a.d * -b.n) : reduced(a.n * b.d, a.d * b.n);
  }
}

function reduced(n: bigint, d: bigint): Fraction {
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { n: n / a, d: d / a } : { n, d };
}
