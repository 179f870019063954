import type { DurationLiteral } from '../../../grammar/ast.ts';
import type { PieceProblem } from '../pieceProblem.ts';
import { amountOf, type Measure, measureOf } from '../units.ts';

const hour = 3_600_000;

/**
 * The fix that writes a duration in a measure that is wanted: whole days for hours and the reverse. They are the same
 * on all days but those on which the clocks change, so its title names both. Business time has no such relation.
 */
export function convertDuration(
  duration: DurationLiteral,
  wanted: readonly Measure[],
): Pick<PieceProblem, 'fix'> | undefined {
  const text = converted(duration, wanted);
  if (text === undefined) return undefined;
  const { start, end } = duration;
  return {
    fix: {
      title: `Write \`${text}\`, the same but on days when the clocks change`,
      edits: [{ start, end, text }],
    },
  };
}

function converted(duration: DurationLiteral, wanted: readonly Measure[]): string | undefined {
  const amount = amountOf(duration);
  const measure = measureOf(duration);
  if (amount === undefined || amount <= 0) return undefined;
  if (measure === 'elapsed' && wanted.includes('days') && amount % (24 * hour) === 0)
    return counted(amount / (24 * hour), 'day');
  if (measure === 'days' && wanted.includes('elapsed')) return counted(amount * 24, 'hour');
  return undefined;
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
