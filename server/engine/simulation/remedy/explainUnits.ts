import { counted } from '../../clock/reach.ts';
import { rulerOf } from '../../clock/ruler.ts';
import type { Reason } from '../../outcome.ts';
import { type DayReason, type Units, whyNotDay, whyOutside } from '../../remedy/countUnits.ts';
import type { CountState, PricedUnits } from '../../remedy/remedyState.ts';
import { formatDate, type LocalDay } from '../../time/localDate.ts';
import { dayAt, type Instant } from '../../time/zone.ts';
import type { Engine } from '../engine.ts';
import { closedReason } from '../explainDays.ts';
import type { State } from '../state.ts';
import { dayWords, instantWords, plural, spanWords } from '../words.ts';
import { type Claim, endOfClaim } from './claim.ts';
import type { LoadedSequence } from './loadRemedies.ts';
import { unitsOf } from './settleRemedies.ts';
import { worth } from './worth.ts';

/** An explanation lists so many spans of a claim at most; a longer one says that it goes on. */
const mostReasons = 500;

/** What each sequence of units came to: the days counted, those that were not with the reason, and what they pay. */
export function sequenceReasons(engine: Engine, state: State, claim: Claim, asOf: Instant): Reason[] {
  return claim.remedy.sequences.flatMap((sequence, i) => {
    if (sequence.pays.length === 0) return [];
    const count = claim.run.counted[i]!;
    const units = unitsOf(sequence, claim, state);
    const reasons = unitReasons(engine, claim, sequence, units, count, asOf);
    if (reasons.length <= mostReasons) return reasons;
    const cut: Reason = { why: 'skipped', text: 'And so on; the list is cut here.' };
    return [...reasons.slice(0, mostReasons), cut];
  });
}

function unitReasons(
  engine: Engine,
  claim: Claim,
  sequence: LoadedSequence,
  units: Units,
  count: CountState,
  asOf: Instant,
): Reason[] {
  const end = endOfClaim(claim);
  const until = Math.min(end ?? asOf, asOf);
  const { measure } = units.every;
  if (measure === 'elapsed' || measure === 'open')
    return [
      ...timeReasons(engine, claim, units, count, until),
      ...count.prices.flatMap((price) => blockReason(claim, units, price) ?? []),
    ];
  const days = daysOf(claim, units, count, until, end !== null && end <= asOf);
  if (sequence.inDays) return dayReasons(claim, days, count.prices);
  return [
    ...dayReasons(claim, days, []),
    ...count.prices.flatMap((price) => blockReason(claim, units, price) ?? []),
  ];
}

interface ExplainedDay {
  readonly day: LocalDay;
  /** Absent where it counts. */
  readonly why?: string;
}

/** Every day from the first on that could have counted, up to where the claim has come. */
function daysOf(
  claim: Claim,
  units: Units,
  count: CountState,
  until: Instant,
  ended: boolean,
): ExplainedDay[] {
  if (count.from === null) return [];
  const { zone } = units.counting;
  const begun = units.rounding === 'started';
  const begin = begun ? count.from + 1 : count.from;
  const days: ExplainedDay[] = [];
  for (let day = dayAt(zone, begin); day <= dayAt(zone, until); day++) {
    const why = whyOutside(units, day) ?? whyNotDay(units, count, day);
    if (why?.kind === 'number') continue;
    const counts = count.last !== null && day <= count.last && (!why || day === count.last);
    if (counts) days.push({ day });
    else if (why) days.push({ day, why: reasonWords(claim, why, day) });
    else days.push({ day, why: ended ? 'it ended on that day' : 'the day has not ended yet' });
  }
  return days;
}

function reasonWords({ remedy, counting }: Claim, why: DayReason, day: LocalDay): string {
  switch (why.kind) {
    case 'missing':
      return 'a date that did not exist here';
    case 'closed':
      return closedReason(counting.calendar?.hours.of(day).reason, day);
    case 'before':
      return 'it counts from the day after';
    case 'part':
      return 'only a part of it was late';
    case 'number':
      return 'not one of the days that are paid';
    case 'gap':
      return gapWords(remedy.def, why.cause);
  }
}

function gapWords({ pauses, unless }: Claim['remedy']['def'], cause: number | 'reopened'): string {
  if (cause === 'reopened') return 'it had stopped, and was reopened later';
  const pause = pauses[cause];
  return pause ? `paused ${pause.text}` : `“unless ${unless[cause - pauses.length]!.text}”`;
}

/** Days in spans that count and pay alike, and those that do not count, in spans of one reason. */
function dayReasons(claim: Claim, days: readonly ExplainedDay[], prices: readonly PricedUnits[]): Reason[] {
  const reasons: Reason[] = [];
  let left = prices[0]?.units ?? 0;
  let place = 0;
  let span: DaySpan | undefined;
  const endSpan = () => {
    if (span)
      reasons.push(span.why === undefined ? spanReason(claim, span, prices[place]) : skippedReason(span));
    span = undefined;
  };
  for (const { day, why } of days) {
    const priceEnds = why === undefined && prices.length > 0 && left === 0;
    if (span && (span.why !== why || priceEnds)) endSpan();
    if (priceEnds) {
      place++;
      left = prices[place]?.units ?? 0;
    }
    if (why === undefined) left--;
    span = span ? { ...span, last: day, days: span.days + 1 } : { first: day, last: day, days: 1, why };
  }
  endSpan();
  return reasons;
}

interface DaySpan {
  readonly first: LocalDay;
  readonly last: LocalDay;
  readonly days: number;
  readonly why: string | undefined;
}

function skippedReason({ first, last, days, why }: DaySpan): Reason {
  return {
    why: 'skipped',
    text: `${daysWords(first, last)} not counted: ${why}.`,
    ...(days === 1 ? { day: formatDate(first) } : { from: formatDate(first), to: formatDate(last), days }),
  };
}

function daysWords(first: LocalDay, last: LocalDay): string {
  return first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
}

function spanReason(
  { remedy }: Claim,
  { first, last, days }: DaySpan,
  price: PricedUnits | undefined,
): Reason {
  const [row] = price?.rows ?? [];
  const each = price && days > 1 ? ` at ${worth(price, 1)}` : '';
  return {
    why: price ? 'paid' : 'counted',
    text: `${daysWords(first, last)}: ${plural(days, 'day')}${each}${price ? `, ${worth(price, days)}` : ''}.`,
    from: formatDate(first),
    to: formatDate(last),
    days,
    ...(row !== undefined && { source: remedy.def.pays[row]!.source }),
  };
}

/** How long it was late, for what is paid by the hour. */
function timeReasons(
  { zone }: Engine,
  claim: Claim,
  { every, counting }: Units,
  { from }: CountState,
  until: Instant,
): Reason[] {
  if (from === null) return [];
  const ruler = rulerOf(every.measure, counting);
  const late = counted(ruler, ruler.position(from), until, claim.gaps);
  const open = every.measure === 'open' ? ' open' : '';
  return [
    {
      why: 'counted',
      text: `${instantWords(zone, from)} to ${instantWords(zone, until)}: ${spanWords(late)}${open}.`,
      ms: late,
    },
    ...claim.gaps
      .filter(({ begin, end }) => begin < until && (end === null || end > from))
      .map(
        ({ begin, end, cause }): Reason => ({
          why: 'paused',
          text: `${instantWords(zone, begin)} ${end === null ? 'on' : `to ${instantWords(zone, end)}`} not counted: ${gapWords(claim.remedy.def, cause)}.`,
        }),
      ),
  ];
}

function blockReason({ remedy }: Claim, { every, rounding }: Units, price: PricedUnits): Reason | undefined {
  const [row] = price.rows;
  if (row === undefined) return undefined;
  const begun = rounding === 'started' ? ' begun' : '';
  const each = `${unitsWords(price.units, every.text)}${begun}`;
  return {
    why: 'paid',
    text: `${each}, at ${worth(price, 1)}: ${worth(price, price.units)}.`,
    source: remedy.def.pays[row]!.source,
  };
}

/** `3 weeks`, `2 times 24 hours` */
function unitsWords(units: number, text: string): string {
  if (!/\d/.test(text)) return plural(units, text);
  return units === 1 ? text : `${units} times ${text}`;
}
