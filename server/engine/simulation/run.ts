import { type ClockStart, type Count, clockStart, countOf } from '../clock/clockStart.ts';
import { type Deadline, dueOf, governing } from '../clock/due.ts';
import { type Gap, totalSince } from '../clock/gaps.ts';
import { counted, within } from '../clock/reach.ts';
import { type Counting, rulerOf } from '../clock/ruler.ts';
import type { Status } from '../outcome.ts';
import type { Duration } from '../policy.ts';
import type { Instant } from '../time/zone.ts';
import type { Context } from './context.ts';
import type { LoadedBenchmark, LoadedCounts, LoadedRow } from './engine.ts';
import { nextRung } from './rungs.ts';
import type { RunState, State } from './state.ts';

/** A run's clock as it stands: what it counts, from where, towards what. */
export interface RunClock {
  readonly counting: Counting;
  readonly start: ClockStart;
  readonly gaps: readonly Gap[];
  readonly row: LoadedRow;
  readonly deadline: Deadline;
}

export function countingOf({ counts }: LoadedBenchmark, { calendar }: RunState): Counting {
  for (const candidate of counts) if (candidate.calendar === calendar) return candidate.counting;
  return counts[counts.length - 1]!.counting;
}

/** Undefined where no row fits. */
export function clockOf(
  { state, clocks }: Context,
  benchmark: LoadedBenchmark,
  run: RunState,
): RunClock | undefined {
  if (run.row === null) return undefined;
  if (benchmark.volatile) return makeClock(state, benchmark, run);
  const known = clocks[benchmark.index]!;
  const clock = known[run.run] ?? makeClock(state, benchmark, run);
  known[run.run] = clock;
  return clock;
}

export function makeClock(state: State, benchmark: LoadedBenchmark, run: RunState): RunClock | undefined {
  const row = run.row === null ? undefined : benchmark.rows[run.row];
  if (!row) return undefined;
  const counting = countingOf(benchmark, run);
  const start = clockStart(counting, run.start, run.arrives, benchmark.arrives);
  const deadline = row.target.deadline(state, counting, start);
  return deadline && { counting, start, gaps: run.gaps, row, deadline };
}

/** Chooses the first calendar and the first row that hold. */
export function chooseRow(context: Context, benchmark: LoadedBenchmark, run: RunState): void {
  const { state, clocks } = context;
  const { calendar, counting } = countsOf(benchmark, state);
  forgetClock(context, benchmark, run);
  run.calendar = calendar;
  run.row = null;
  const start = clockStart(counting, run.start, run.arrives, benchmark.arrives);
  for (let i = 0; i < benchmark.rows.length; i++) {
    const row = benchmark.rows[i]!;
    if (row.when && !row.when(state)) continue;
    const deadline = row.target.deadline(state, counting, start);
    if (!deadline) continue;
    run.row = i;
    clocks[benchmark.index]![run.run] = { counting, start, gaps: run.gaps, row, deadline };
    return;
  }
}

/** The first calendar that holds; the last one always does. */
function countsOf({ counts }: LoadedBenchmark, state: State): LoadedCounts {
  for (const candidate of counts) if (!candidate.when || candidate.when(state)) return candidate;
  return counts[counts.length - 1]!;
}

/** When a run's clock stopped, for whatever reason; null while it goes. */
export function endOf(run: RunState): Instant | null {
  return run.ceased ?? run.stopped ?? run.cancelled;
}

/** Whether the clock of a run still goes or may go again by itself. */
export function isLive(run: RunState): boolean {
  return run.stopped === null && run.cancelled === null;
}

export function isPaused({ gaps }: RunState): boolean {
  return gaps.length > 0 && gaps[gaps.length - 1]!.end === null;
}

/** While a run's count is paused nothing falls due and no rung fires. */
export function isHeld(run: RunState): boolean {
  return isLive(run) && isPaused(run) && run.due === null;
}

export function statusOf(run: RunState): Status {
  if (run.notAssessed !== null) return 'not-assessed';
  if (run.breached !== null) return 'breached';
  if (run.cancelled !== null) return 'cancelled';
  if (!run.applies) return run.applied ? 'cancelled' : 'not-applicable';
  if (run.row === null) return 'not-applicable';
  if (run.stopped !== null) return 'met';
  return isHeld(run) ? 'paused' : 'running';
}

/**
 * Computes when the run is due and when it next does something by itself. While its count is paused it is due never,
 * also where the count was reached at the very instant the pause began.
 */
export function refresh(context: Context, benchmark: LoadedBenchmark, run: RunState): void {
  const clock = clockOf(context, benchmark, run);
  run.due = clock && run.applies ? finite(dueNow(run, clock)) : null;
  run.wake = nextOf(context.state, benchmark, run, clock);
}

/** What a run's clock derives from has changed. */
export function forgetClock({ clocks }: Context, benchmark: LoadedBenchmark, run: RunState): void {
  clocks[benchmark.index]![run.run] = undefined;
}

function dueNow(run: RunState, { deadline, counting, gaps }: RunClock): Instant {
  if (isPaused(run) && governing(deadline, counting, gaps).kind === 'count') return Number.POSITIVE_INFINITY;
  return dueOf(deadline, counting, gaps);
}

/** A missed period of an `every` benchmark stops as it is breached, and its rungs at breach are still to fire. */
export function firesAtItsBreach({ def }: LoadedBenchmark, run: RunState): boolean {
  return def.every !== undefined && run.breached !== null && run.stopped === run.breached;
}

/** The next instant at which a run does something by itself. */
function nextOf(
  state: State,
  benchmark: LoadedBenchmark,
  run: RunState,
  clock: RunClock | undefined,
): Instant | null {
  const live = isLive(run);
  if (!live && !firesAtItsBreach(benchmark, run)) return null;
  let least = live && run.due !== null && run.breached === null ? run.due : Number.POSITIVE_INFINITY;
  if (live) {
    for (let i = 0; i < run.pauses.length; i++) least = Math.min(least, capInstant(benchmark, run, i, clock));
  }
  if (clock && run.applies && benchmark.ladders.length > 0 && !isHeld(run))
    least = Math.min(least, nextRung(state, benchmark, run, clock));
  return finite(least);
}

function finite(instant: Instant): Instant | null {
  return Number.isFinite(instant) ? instant : null;
}

/** When a pause that lasts reaches its cap; infinite where it has none. A capped day is over with its midnight. */
export function capInstant(
  benchmark: LoadedBenchmark,
  run: RunState,
  index: number,
  clock: RunClock | undefined,
): Instant {
  const pause = run.pauses[index]!;
  const cap = benchmark.pauses[index]!.def.cap;
  if (!cap || pause.since === null || pause.capped) return Number.POSITIVE_INFINITY;
  const { ruler, from, amount } = capCount(benchmark, run, cap.duration, clock);
  const used = totalSince(
    ruler,
    from,
    cap.per === 'each' ? pause.spans.slice(pause.begun ?? 0) : pause.spans,
  );
  if (used >= amount) return pause.since;
  const at = ruler.instant(Math.max(from, ruler.position(pause.since)) + amount - used);
  return ruler.inDays ? at + 1 : at;
}

/** A cap counts as the run's own clock does; one in another measure counts by itself from the run's start. */
function capCount(
  benchmark: LoadedBenchmark,
  run: RunState,
  duration: Duration,
  clock: RunClock | undefined,
): Count {
  const own = clock && countIn(clock);
  if (own && own.measure === duration.measure) return { ...own, amount: duration.amount };
  const counting = clock?.counting ?? countingOf(benchmark, run);
  return countOf(
    counting,
    clock?.start ?? clockStart(counting, run.start, run.arrives, benchmark.arrives),
    duration,
  );
}

/** What a run has counted up to an instant, in its own measure; a moment's clock counts elapsed time. */
export function countedBy(clock: RunClock, until: Instant): { inDays: boolean; amount: number } {
  const count = countIn(clock);
  if (count)
    return { inDays: count.ruler.inDays, amount: counted(count.ruler, count.from, until, clock.gaps) };
  return {
    inDays: false,
    amount: counted(rulerOf('elapsed', clock.counting), clock.start.at, until, clock.gaps),
  };
}

/** How much of some gaps lay inside a run's clock. */
export function pausedIn(
  clock: RunClock,
  gaps: readonly Gap[],
  until: Instant,
): { inDays: boolean; amount: number } {
  const count = countIn(clock);
  if (count) return { inDays: count.ruler.inDays, amount: within(count.ruler, count.from, until, gaps) };
  return {
    inDays: false,
    amount: within(rulerOf('elapsed', clock.counting), clock.start.at, until, gaps),
  };
}

/** The count that measures a run: the governing one, or the first of a choice. */
export function countIn(clock: RunClock): Count | undefined {
  const base = governing(clock.deadline, clock.counting, clock.gaps);
  return base.kind === 'count' ? base.count : firstCount(clock.deadline);
}

function firstCount(deadline: Deadline): Count | undefined {
  switch (deadline.kind) {
    case 'count':
      return deadline.count;
    case 'moment':
      return undefined;
    case 'earlier':
    case 'later':
      for (const operand of deadline.of) {
        const count = firstCount(operand);
        if (count) return count;
      }
      return undefined;
  }
}
