import type { DurationLiteral, DurationUnit } from '../../grammar/ast.ts';

/** What a clock counts: elapsed time, open time, or day ends of three kinds. */
export type Measure = 'elapsed' | 'open' | 'days' | 'business-days' | 'months';

/** Each unit's measure, and how much of it one unit is: milliseconds, days, business days, months. */
export const units: Record<DurationUnit, { readonly measure: Measure; readonly size: number }> = {
  second: { measure: 'elapsed', size: 1_000 },
  minute: { measure: 'elapsed', size: 60_000 },
  hour: { measure: 'elapsed', size: 3_600_000 },
  'business second': { measure: 'open', size: 1_000 },
  'business minute': { measure: 'open', size: 60_000 },
  'business hour': { measure: 'open', size: 3_600_000 },
  day: { measure: 'days', size: 1 },
  week: { measure: 'days', size: 7 },
  'business day': { measure: 'business-days', size: 1 },
  month: { measure: 'months', size: 1 },
  year: { measure: 'months', size: 12 },
};

/** The one measure of a duration's parts, or undefined when they are of several. */
export function measureOf(duration: DurationLiteral): Measure | undefined {
  const measures = new Set(duration.parts.map((part) => units[part.unit].measure));
  return measures.size === 1 ? [...measures][0] : undefined;
}

/** How much of its measure a duration is; undefined when its parts are of several measures. */
export function amountOf(duration: DurationLiteral): number | undefined {
  if (!measureOf(duration)) return undefined;
  return duration.parts.reduce((sum, part) => sum + Number(part.value) * units[part.unit].size, 0);
}

/** Whether a duration is a whole number of what its measure counts: there is no half of a day's end. */
export function isWhole(duration: DurationLiteral): boolean {
  const decimals = Math.max(...duration.parts.map(({ value }) => decimalsOf(value)));
  const scale = 10n ** BigInt(decimals);
  const sum = duration.parts.reduce((total, { value, unit }) => {
    const scaled = BigInt(value.replace('.', '')) * 10n ** BigInt(decimals - decimalsOf(value));
    return total + scaled * BigInt(units[unit].size);
  }, 0n);
  return sum % scale === 0n && sum / scale <= BigInt(Number.MAX_SAFE_INTEGER);
}

function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** Whether a measure needs a calendar. */
export function isBusiness(measure: Measure | undefined): boolean {
  return measure === 'open' || measure === 'business-days';
}
