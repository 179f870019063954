import { counted } from '../../clock/reach.ts';
import { rulerOf } from '../../clock/ruler.ts';
import { fractionText, plus } from '../../remedy/price.ts';
import type { CountState, Price } from '../../remedy/remedyState.ts';
import type { LocalDay } from '../../time/localDate.ts';
import { dayAt, type Instant } from '../../time/zone.ts';
import { type Fraction, zero } from '../../value/fraction.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import { type Claim, endOfClaim } from './claim.ts';
import type { LoadedPay, LoadedSequence } from './loadRemedies.ts';

const hour = 3_600_000n;

/** What the next unit of a sequence is worth, as things stand when it comes due. */
export function priceUnit(
  engine: Engine,
  state: State,
  claim: Claim,
  sequence: LoadedSequence,
  count: CountState,
  at: Instant,
  day: LocalDay,
): Price {
  const daysLate = sequence.inDays ? count.days : daysCounted(claim);
  return settling(engine, state, claim, { now: at, day, daysLate, until: at }, () =>
    priceOf(state, sequence.pays, count.units + 1),
  );
}

/** What is paid once, by what the lateness came to; a rate by day is that of the trigger. */
export function priceOnce(engine: Engine, state: State, claim: Claim, seen: Instant): Price {
  const { run, counting, remedy } = claim;
  if (run.barred !== null) return { rows: [] };
  const until = Math.min(endOfClaim(claim) ?? seen, seen);
  const day = dayAt(counting.zone, run.at);
  return settling(engine, state, claim, { now: seen, day, daysLate: daysCounted(claim), until }, () =>
    priceOf(state, remedy.once, 1),
  );
}

/** Reads amounts and conditions of a claim, as they are at an instant. */
export function settling<T>(
  { settling: register }: Engine,
  state: State,
  { run, gaps, counting }: Claim,
  { now, day, daysLate, until }: { now: Instant; day?: LocalDay; daysLate: number; until: Instant },
  read: () => T,
): T {
  const before = state.now;
  const late = counted(rulerOf('elapsed', counting), run.at, until, gaps);
  state.now = now;
  if (day !== undefined) register.day = day;
  register.daysLate = daysLate;
  register.hoursLate = { n: BigInt(late), d: hour };
  if (run.breach) register.breach = run.breach;
  const value = read();
  state.now = before;
  register.day = undefined;
  register.breach = undefined;
  return value;
}

/** Days late, as `each day late` counts them; 0 where nothing asks for them. */
export function daysCounted({ remedy, run }: Claim): number {
  const [first] = remedy.sequences;
  return first?.pays.length === 0 ? run.counted[0]!.days : 0;
}

/** Rows without a condition add up; of those with one, the first that holds pays among the same units. */
function priceOf(state: State, pays: readonly LoadedPay[], unit: number): Price {
  const taken: string[] = [];
  const rows: LoadedPay[] = [];
  for (const pay of pays) {
    const { units } = pay.def;
    if (units && (unit < units.from || unit > (units.until ?? unit))) continue;
    if (pay.when) {
      const among = units ? `${units.from}..${units.until ?? ''}` : '';
      if (taken.includes(among) || !pay.when(state)) continue;
      taken.push(among);
    }
    rows.push(pay);
  }
  return sumOf(state, rows);
}

function sumOf(state: State, rows: readonly LoadedPay[]): Price {
  const numbers = rows.map(({ number }) => number);
  let money: Fraction | undefined;
  let currency: string | undefined;
  let days: number | undefined;
  for (const { number, amount, def } of rows) {
    const value = amount(state);
    if (def.validity) {
      if (value?.kind !== 'span' || !value.inDays) return { rows: numbers, missing: number };
      days = (days ?? 0) + value.amount;
      continue;
    }
    if (value?.kind !== 'number') return { rows: numbers, missing: number };
    if (money && currency !== value.currency) return { rows: numbers, missing: number };
    money = plus(money ?? zero, value.value);
    currency = value.currency;
  }
  return {
    rows: numbers,
    money: money && fractionText(money),
    currency,
    days,
  };
}
