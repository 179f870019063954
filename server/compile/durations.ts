import type { DurationLiteral } from '../../grammar/ast.ts';
import type { Piece } from '../../grammar/tree.ts';
import type { Duration } from '../engine/policy.ts';
import { calculate, type Fraction, fractionOf, parseDecimal } from '../engine/value/fraction.ts';
import { type Measure, measureOf, units } from '../model/units.ts';
import { sourceText } from './sources.ts';

/**
 * A duration in the unit its measure counts. Undefined when its parts are of several measures or when it is no whole
 * number of that unit: there is no half of a day's end.
 */
export function durationOf(literal: DurationLiteral, piece: Piece): Duration | undefined {
  const measure = measureOf(literal);
  const amount = wholeAmount(literal);
  if (measure === undefined || amount === undefined) return undefined;
  return { measure, amount, text: sourceText(piece, literal.start, literal.end) };
}

/** Exactly: `1.005 seconds` are 1,005 milliseconds. */
function wholeAmount(literal: DurationLiteral): number | undefined {
  let sum: Fraction | undefined = fractionOf(0);
  for (const part of literal.parts) {
    const value = parseDecimal(part.value);
    const size = value && calculate('*', value, fractionOf(units[part.unit].size));
    sum = sum && size && calculate('+', sum, size);
  }
  if (!sum || sum.n % sum.d !== 0n) return undefined;
  const amount = Number(sum.n / sum.d);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** So much of each measure takes a year at most, whatever the calendar: an office may be open for an hour a day. */
const perYear: Record<Measure, number> = {
  elapsed: 365 * 86_400_000,
  open: 365 * 3_600_000,
  days: 365,
  'business-days': 365 / 2,
  months: 12,
};

/** The years that a duration can last at most, as a plain number. */
export function yearsOf(literal: DurationLiteral): number {
  return literal.parts.reduce((sum, part) => {
    const { measure, size } = units[part.unit];
    return sum + (Number(part.value) * size) / perYear[measure];
  }, 0);
}
