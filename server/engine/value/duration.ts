import type { Duration, Measure } from '../policy.ts';

interface Unit {
  readonly measure: Measure;
  /** In the measure's own unit: milliseconds, days, business days, months. */
  readonly size: number;
}

const units: Record<string, Unit> = {
  second: { measure: 'elapsed', size: 1000 },
  minute: { measure: 'elapsed', size: 60_000 },
  hour: { measure: 'elapsed', size: 3_600_000 },
  day: { measure: 'days', size: 1 },
  week: { measure: 'days', size: 7 },
  month: { measure: 'months', size: 1 },
  year: { measure: 'months', size: 12 },
  'business second': { measure: 'open', size: 1000 },
  'business minute': { measure: 'open', size: 60_000 },
  'business hour': { measure: 'open', size: 3_600_000 },
  'business day': { measure: 'business-days', size: 1 },
};

const cache = new Map<string, Duration | undefined>();

/** `1 hour 30 minutes`, `2 business days`: one measure only, whole in its smallest unit; undefined otherwise. */
export function parseDuration(text: string): Duration | undefined {
  if (cache.has(text)) return cache.get(text);
  const duration = text.length > 100 ? undefined : read(text);
  if (cache.size < 10_000) cache.set(text, duration);
  return duration;
}

function read(text: string): Duration | undefined {
  const words = text.trim().split(/\s+/);
  let measure: Measure | undefined;
  let amount = 0;
  for (let i = 0; i < words.length; ) {
    const number = words[i++];
    if (number === undefined || !/^\d{1,9}(\.\d{1,9})?$/.test(number)) return undefined;
    const business = words[i] === 'business';
    if (business) i++;
    const unit = unitOf(words[i++], business);
    if (!unit || (measure !== undefined && measure !== unit.measure)) return undefined;
    measure = unit.measure;
    amount += Number(number) * unit.size;
  }
  if (measure === undefined || !Number.isInteger(amount)) return undefined;
  return { measure, amount, text: words.join(' ') };
}

function unitOf(word: string | undefined, business: boolean): Unit | undefined {
  if (word === undefined) return undefined;
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  const name = business ? `business ${singular}` : singular;
  return Object.hasOwn(units, name) ? units[name] : undefined;
}
