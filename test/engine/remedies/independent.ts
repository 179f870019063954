/**
 * What a claim comes to, worked out anew: days are walked one by one, hours minute by minute, and sums are fractions of
 * BigInt. Nothing of the engine is used.
 */
export interface Case {
  readonly currency: 'JPY' | 'AUD' | 'KWD' | 'CLF';
  readonly unit: 'day' | 'business day' | 'week' | '3 days' | '24 hours' | '5 hours';
  readonly rounding: 'full' | 'started' | undefined;
  readonly fromDayAfter: boolean;
  readonly withStopDay: boolean;
  /** How many units the first tier has; null for one tier alone. */
  readonly first: number | null;
  /** In minor units: what the first tier pays, and the second. */
  readonly amounts: readonly [number, number];
  /** In minor units; each unit pays the fee divided by `divisor` as well. */
  readonly fee: number;
  readonly divisor: number;
  readonly within: number;
  /** Minutes since the beginning. */
  readonly start: number;
  readonly stop: number | null;
  readonly asOf: number;
  /** From and how long. */
  readonly pauses: readonly (readonly [number, number])[];
  readonly feeChange: readonly [at: number, fee: number] | null;
  readonly deducts: number | null;
  readonly cap: number | null;
}

const digitsOf = { JPY: 0, AUD: 2, KWD: 3, CLF: 4 };
const day = 1440;
/** Friday 2 January 2026. */
const epoch = Date.UTC(2026, 0, 2);

export function iso(ms: number): string {
  return new Date(epoch + ms).toISOString();
}

function money(c: Case, minor: number): string {
  const digits = digitsOf[c.currency];
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0
    ? `${text} ${c.currency}`
    : `${text.slice(0, -digits)}.${text.slice(-digits)} ${c.currency}`;
}

export function policyText(c: Case): string {
  const row = (amount: number, tier: string, options: string) =>
    `  pays ${money(c, amount)} + fee / ${c.divisor}  each ${c.rounding ?? ''} ${c.unit} late ${tier} ${options}\n`;
  const options = `${c.fromDayAfter ? 'from the day after breach' : ''} ${c.withStopDay ? 'with the day of done' : ''}`;
  const rows =
    c.first === null
      ? row(c.amounts[0], '', options)
      : row(c.amounts[0], `for the first ${c.first}`, options) + row(c.amounts[1], 'after that', '');
  return `policy money { version "1" effective 2026-01-01 until 2026-12-31 timezone Etc/UTC counts office begins with asked }
ticket { fee money  off money optional }
events asked, done, held, released
state waiting from held until released
calendar office { open mon..fri 09:00-17:00 }
benchmark answer { from asked until done  within ${c.within} days }
remedy late on breach of answer {
${rows}  pauses while waiting
  deducts off
${c.cap === null ? '' : `  capped at ${money(c, c.cap)}\n`}}
`;
}

export function ticketOf(c: Case): unknown {
  const log: [number, object][] = [
    [c.start, { is: 'asked' }],
    ...(c.stop === null ? [] : [[c.start + c.stop, { is: 'done' }] as [number, object]]),
    ...(c.feeChange
      ? [[c.feeChange[0], { set: { fee: money(c, c.feeChange[1]) } }] as [number, object]]
      : []),
    ...pausesOf(c).flatMap(([from, until]): [number, object][] => [
      [from, { is: 'held' }],
      [until, { is: 'released' }],
    ]),
  ];
  return {
    id: 'T',
    fields: { fee: money(c, c.fee), ...(c.deducts !== null && { off: money(c, c.deducts) }) },
    events: log
      .map(([at, entry], place) => ({ at, entry, place }))
      .sort((a, b) => a.at - b.at || a.place - b.place)
      .map(({ at, entry }) => ({ at: iso(at * 60_000), ...entry })),
  };
}

/** Disjoint and ascending, with a minute between them. */
function pausesOf({ pauses, start }: Case): [number, number][] {
  const result: [number, number][] = [];
  let free = start + 1;
  for (const [from, length] of [...pauses].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(from + start, free);
    result.push([begin, begin + length]);
    free = begin + length + 1;
  }
  return result;
}

/** Undefined where nothing is owed because nothing was breached. All instants are minutes; a deadline ends its day. */
export function expectedAmount(c: Case): string | undefined {
  const dueDay = Math.floor(c.start / day) + c.within;
  // The last millisecond of the day: as a minute, a little before the next day's first.
  const breach = (dueDay + 1) * day - 1 / 60_000;
  const stop = c.stop === null ? Number.POSITIVE_INFINITY : c.start + c.stop;
  if (stop <= breach || c.asOf < breach || c.start > c.asOf) return undefined;
  const paused = (at: number) =>
    pausesOf(c).some(([from, until]) => from <= at && at < until && from <= c.asOf);
  const fee = (at: number) => (c.feeChange && c.feeChange[0] <= at ? c.feeChange[1] : c.fee);
  const instants = c.unit.endsWith('hours')
    ? hourUnits(c, breach, stop, paused)
    : dayUnits(c, breach, stop, paused);
  let n = 0n;
  const d = BigInt(c.divisor);
  instants.forEach((at, i) => {
    const amount = c.first === null || i < c.first ? c.amounts[0] : c.amounts[1];
    n += BigInt(amount) * d + BigInt(fee(at));
  });
  if (c.deducts !== null) n = max(0n, n - BigInt(c.deducts) * d);
  if (c.cap !== null && n > BigInt(c.cap) * d) n = BigInt(c.cap) * d;
  const minor = String((2n * n + d) / (2n * d));
  const digits = digitsOf[c.currency];
  const text = minor.padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** When each unit of days came due, in order. */
function dayUnits(c: Case, breach: number, stop: number, paused: (at: number) => boolean): number[] {
  const size = c.unit === 'week' ? 7 : c.unit === '3 days' ? 3 : 1;
  const breachDay = Math.floor(breach / day);
  const counted: number[] = [];
  const countsDay = (number: number) => {
    if (c.fromDayAfter && number <= breachDay) return false;
    const weekday = new Date(epoch + number * 86_400_000).getUTCDay();
    return c.unit !== 'business day' || (weekday !== 0 && weekday !== 6);
  };
  for (let number = breachDay; number * day <= c.asOf; number++) {
    if (!countsDay(number)) continue;
    const begin = number * day;
    const end = begin + day - 1 / 60_000;
    if (c.rounding === 'started') {
      // Some part of it is late: after the breach, before the stop, not paused.
      const part = lateMinute(Math.max(begin, Math.ceil(breach)), Math.min(end, stop, c.asOf), paused);
      if (part !== undefined) counted.push(part);
      else if (isStopDay(c, number, stop) && !paused(stop)) counted.push(stop);
      continue;
    }
    const whole = c.rounding !== 'full' || breach <= begin;
    if (end <= c.asOf && end >= breach && end < stop && !paused(end) && whole) counted.push(end);
    else if (isStopDay(c, number, stop) && !paused(stop)) counted.push(stop);
  }
  const units: number[] = [];
  counted.forEach((at, i) => {
    if (c.rounding === 'started' ? i % size === 0 : (i + 1) % size === 0) units.push(at);
  });
  return units;
}

function isStopDay(c: Case, number: number, stop: number): boolean {
  return c.withStopDay && stop <= c.asOf && Math.floor(stop / day) === number;
}

/** The first minute of [from, to) that is not paused. */
function lateMinute(from: number, to: number, paused: (at: number) => boolean): number | undefined {
  for (let at = from; at < to; at++) if (!paused(at)) return at;
  return undefined;
}

/** When each unit of hours came due, minute by minute. */
function hourUnits(c: Case, breach: number, stop: number, paused: (at: number) => boolean): number[] {
  const size = c.unit === '24 hours' ? 1440 : 300;
  const units: number[] = [];
  const from = Math.ceil(breach);
  const until = Math.min(stop, c.asOf);
  // A millisecond lies between the deadline and the next day: of started units it begins the first.
  let passed = 0;
  if (c.rounding === 'started' && until > breach && !paused(breach)) units.push(breach);
  for (let at = from; at < until; at++) {
    if (paused(at)) continue;
    if (c.rounding === 'started' && passed > 0 && passed % size === 0) units.push(at);
    if (c.rounding === 'started' && passed === 0 && units.length === 0) units.push(at);
    passed++;
    if (c.rounding !== 'started' && passed % size === 0) units.push(at + 1);
  }
  return units;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
