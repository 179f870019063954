import type { Count, RowCase, RungCase, TargetCase } from './case.ts';

const units: [name: string, ms: number][] = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** `1 hour 30 minutes`, `2 business days`. */
export function amountText({ measure, amount }: Count): string {
  if (measure === 'days') return counted(amount, 'day');
  if (measure === 'business-days') return counted(amount, 'business day');
  if (measure === 'months') return counted(amount, 'month');
  const business = measure === 'open' ? 'business ' : '';
  const parts: string[] = [];
  let left = amount;
  for (const [name, ms] of units) {
    if (left >= ms) parts.push(counted(Math.floor(left / ms), `${business}${name}`));
    left %= ms;
  }
  return parts.length > 0 ? parts.join(' ') : `0 ${business}seconds`;
}

/** What stands after `within`, without its `when`. */
export function rowText(row: RowCase): string {
  const by = row.by === undefined ? '' : ` by ${row.by === 'close' ? 'close' : timeText(row.by)}`;
  return `${targetText(row.target)}${by}${row.rolling ? ' rolling' : ''}`;
}

function targetText(target: TargetCase): string {
  if (target.target === 'count') return amountText(target);
  if (target.target === 'promised' || target.target === 'agreed') return target.target;
  return `${target.target} of ${target.of.map(targetText).join(', ')}`;
}

/** `at 2 hours before due`. */
export function rungText(rung: RungCase): string {
  if (rung.at === 'percent') return `at ${rung.percent}%`;
  if (rung.at === 'every') {
    return `every ${amountText(rung.period)} after ${rung.base} up to ${rung.limit} times`;
  }
  if (rung.after) return `at ${amountText(rung.after)} after ${rung.at}`;
  return rung.before ? `at ${amountText(rung.before)} before ${rung.at}` : `at ${rung.at}`;
}

/** `09:30`; 24:00 is the day's end. */
export function timeText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
