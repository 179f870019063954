import { gapAt } from '../../remedy/claimGaps.ts';
import { countDay, countUnits, type Stretch, type Units, whyOutside } from '../../remedy/countUnits.ts';
import { addUnits } from '../../remedy/price.ts';
import type { CountState, Price, RemedyRun, RemedyState } from '../../remedy/remedyState.ts';
import { dayAt, type Instant } from '../../time/zone.ts';
import type { Context } from '../context.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import { type Claim, claimOf, endOfClaim } from './claim.ts';
import type { LoadedRemedy, LoadedSequence } from './loadRemedies.ts';
import { payableBy } from './payableBy.ts';
import { priceOnce, priceUnit } from './priceUnits.ts';

/** Settles what has come due before an instant, because something may change then. */
export function passTime({ engine, state }: Context, at: Instant): void {
  if (engine.remedies.length > 0 && state.now !== null && state.now < at)
    settleRemedies(engine, state, at, at);
}

/**
 * Prices what has come due between the state's instant and `until`, exclusive: nothing has changed in between, so
 * everything is read as it stood at the day's end. `seen` is the instant up to which time has passed.
 */
export function settleRemedies(engine: Engine, state: State, until: Instant, seen: Instant): void {
  if (!state.remedies || state.now === null) return;
  for (const remedy of engine.remedies) {
    const held = state.remedies[remedy.index]!;
    if (held.runs.length === 0 && !remedy.looksBack) continue;
    judgeClauses(remedy, held, state, state.now);
    for (const run of held.runs) settleRun(engine, state, remedy, held, run, until, seen);
  }
}

/** Notes since when, and until when, a pause or an `unless` held. */
function judgeClauses(remedy: LoadedRemedy, held: RemedyState, state: State, at: Instant): void {
  for (let i = 0; i < remedy.clauses.length; i++) {
    const clause = held.clauses[i]!;
    const now = remedy.clauses[i]!(state);
    if (now && clause.since === null) clause.since = at;
    else if (!now && clause.since !== null) {
      if (clause.since < at) clause.spans.push({ begin: clause.since, end: at });
      clause.since = null;
    }
  }
}

function settleRun(
  engine: Engine,
  state: State,
  remedy: LoadedRemedy,
  held: RemedyState,
  run: RemedyRun,
  until: Instant,
  seen: Instant,
): void {
  const first = run.settled === run.at;
  if (first) run.barred = barringClause(remedy, held, run.at);
  const known = claimOf(state, remedy, held, run);
  if (run.stopped === null) run.stopped = stopIn(engine, state, remedy, run, until);
  const end = endOfClaim(known);
  const stretch: Stretch = {
    from: run.settled,
    to: Math.min(until, end ?? until),
    ended: end !== null && end <= seen,
    seen,
  };
  const settled: Settled = { engine, state, remedy, run, known };
  for (let i = 0; i < run.counted.length; i++) settleSequence(settled, i, run.counted[i]!, stretch, first);
  if (stretch.ended) conclude(engine, state, known, seen);
  else {
    run.once = null;
    run.payable = null;
  }
  run.settled = until;
}

/** What is known once the lateness has ended; a reopening takes it back. */
function conclude(engine: Engine, state: State, claim: Claim, seen: Instant): void {
  const { run, remedy } = claim;
  if (run.once === null && remedy.once.length > 0) run.once = priceOnce(engine, state, claim, seen);
  run.payable ??= payableBy(engine, state, claim, seen) ?? null;
}

/** The `unless` clause that holds at an instant. */
function barringClause({ def }: LoadedRemedy, { clauses }: RemedyState, at: Instant): number | null {
  const pauses = def.pauses.length;
  const clause = clauses.findIndex(({ since }, i) => i >= pauses && since !== null && since <= at);
  return clause < 0 ? null : clause - pauses;
}

/** The `stops` clause that is reached first before `until`. */
function stopIn(
  engine: Engine,
  state: State,
  { stops }: LoadedRemedy,
  run: RemedyRun,
  until: Instant,
): RemedyRun['stopped'] {
  let reached: RemedyRun['stopped'] = null;
  if (stops.length === 0) return reached;
  if (run.breach) engine.settling.breach = run.breach;
  stops.forEach(({ at, when }, clause) => {
    const moment = at(state);
    if (moment === undefined || (when && !when(state))) return;
    const instant = Math.max(moment, run.settled);
    if (instant < until && (reached === null || instant < reached.at)) reached = { at: instant, clause };
  });
  engine.settling.breach = undefined;
  return reached;
}

interface Settled {
  readonly engine: Engine;
  readonly state: State;
  readonly remedy: LoadedRemedy;
  readonly run: RemedyRun;
  readonly known: Claim;
}

function settleSequence(
  settled: Settled,
  index: number,
  count: CountState,
  stretch: Stretch,
  first: boolean,
): void {
  const { engine, state, remedy, run, known } = settled;
  const sequence = remedy.sequences[index]!;
  if (count.from === null) {
    const from = sequence.since?.at(state);
    if (from === undefined || from > stretch.seen) return;
    count.from = from;
  }
  const begin = first ? Math.min(count.from, stretch.from) : stretch.from;
  const units = unitsOf(sequence, known, state);
  const own = { ...stretch, from: Math.max(begin, count.from), to: Math.max(stretch.to, run.at) };
  let last: Price | undefined;
  const price = (at: Instant) => {
    if (!last || !sequence.steady || sequence.tiers.has(count.units + 1))
      last = priceUnit(engine, state, known, sequence, count, at, dayAt(known.counting.zone, at));
    addUnits(count, 1, last);
  };
  countUnits(units, count, first ? own : { ...own, to: stretch.to }, price);
  if (stretch.ended) countStopDay(sequence, units, count, state, stretch, price);
}

export function unitsOf(
  { accrual, since, fromDayAfter }: LoadedSequence,
  { counting, gaps }: Claim,
  state: State,
): Units {
  const after = fromDayAfter?.at(state);
  const zero = accrual.kind === 'days' ? since?.at(state) : undefined;
  return {
    every: accrual.kind === 'days' ? oneDay : accrual.every,
    ...(accrual.kind !== 'days' && accrual.rounding && { rounding: accrual.rounding }),
    counting,
    gaps,
    ...(after !== undefined && { after: dayAt(counting.zone, after) }),
    ...(accrual.kind === 'days' &&
      zero !== undefined && {
        numbers: { zero: dayAt(counting.zone, zero), from: accrual.from, until: accrual.until },
      }),
  };
}

const oneDay = { measure: 'days', amount: 1, text: 'day' } as const;

/** `with the day of M`: the day of the stop counts as well, at the stop. */
function countStopDay(
  { withDayOf }: LoadedSequence,
  units: Units,
  count: CountState,
  state: State,
  { seen }: Stretch,
  price: (at: Instant) => void,
): void {
  const at = withDayOf?.at(state);
  if (at === undefined || at > seen) return;
  const day = dayAt(units.counting.zone, at);
  if ((count.last !== null && day <= count.last) || at < (count.from ?? at)) return;
  if (whyOutside(units, day) || gapAt(units.gaps, at)) return;
  countDay(units, count, day, at, price);
}
