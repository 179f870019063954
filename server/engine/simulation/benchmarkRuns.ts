import type { Instant } from '../time/zone.ts';
import type { Context } from './context.ts';
import type { VerdictEffect } from './effects.ts';
import type { LoadedBenchmark, MomentRole } from './engine.ts';
import { chooseRow, forgetClock, isLive, isPaused, refresh, statusOf } from './run.ts';
import type { BenchmarkState, RunState } from './state.ts';

/** What a moment does to a clock when it arrives. `judged`: whether a start is judged by the cut-off. */
export function playRole(
  context: Context,
  benchmark: LoadedBenchmark,
  role: MomentRole,
  at: Instant,
  judged: boolean,
): void {
  const runs = context.state.benchmarks[benchmark.index]!;
  switch (role) {
    case 'cancels':
      cancel(context, benchmark, runs, at);
      break;
    case 'until':
    case 'expects':
      stopRuns(context, benchmark, runs, at, role);
      break;
    case 'reopening':
      reopen(context, benchmark, runs, at, judged);
      break;
    case 'from':
      if (runs.runs.length === 0 || benchmark.def.each) newRun(context, benchmark, runs, at, judged);
      break;
  }
}

export function newRun(
  context: Context,
  benchmark: LoadedBenchmark,
  runs: BenchmarkState,
  at: Instant,
  judged: boolean,
): void {
  const { state } = context;
  const applies = benchmark.applies?.(state) ?? true;
  const run = freshRun(benchmark, runs.runs.length + 1, at, judged);
  run.applies = applies;
  run.applied = applies;
  if (runs.prevented) run.cancelled = at;
  runs.runs.push(run);
  chooseRow(context, benchmark, run);
  refresh(context, benchmark, run);
  if (!applies || runs.prevented) return;
  noteVerdict(context, benchmark, run, 'started', at);
  context.happened.push({ kind: 'benchmark', benchmark: benchmark.index, what: 'start', at });
}

/** A run that has counted nothing yet and has no row. */
export function freshRun(benchmark: LoadedBenchmark, number: number, at: Instant, judged: boolean): RunState {
  return {
    run: number,
    start: at,
    arrives: judged,
    applies: true,
    applied: true,
    row: null,
    calendar: null,
    gaps: [],
    pauses: benchmark.pauses.map(() => ({ since: null, begun: null, spans: [], capped: false })),
    due: null,
    wake: null,
    breached: null,
    missed: null,
    stopped: null,
    cancelled: null,
    ceased: null,
    notAssessed: null,
    fired: {},
  };
}

/** Stops the live runs: for good (`until`), or the period that an `every` benchmark is in (`expects`). */
function stopRuns(
  context: Context,
  benchmark: LoadedBenchmark,
  runs: BenchmarkState,
  at: Instant,
  role: 'until' | 'expects',
): void {
  const live = runs.runs.filter((run) => isLive(run) && run.start <= at);
  for (const run of live) {
    // The period that `until` cuts short has no verdict.
    if (role === 'until' && benchmark.def.every) cancelRun(context, benchmark, run, at);
    else stop(context, benchmark, run, at);
  }
  if (role === 'expects' && live.length > 0) newRun(context, benchmark, runs, at, true);
}

function stop(context: Context, benchmark: LoadedBenchmark, run: RunState, at: Instant): void {
  endPauses(run, at);
  run.stopped = at;
  refresh(context, benchmark, run);
  // A change may have left the deadline behind it: at this very instant, or while the clock was paused.
  const late = run.applies && run.breached === null && run.due !== null && run.due < at;
  if (late) breach(context, benchmark, run, at);
  if (statusOf(run) !== 'met') return;
  noteVerdict(context, benchmark, run, 'met', at);
  context.happened.push({ kind: 'benchmark', benchmark: benchmark.index, what: 'met', at });
}

/** Before the start it prevents it; later it ends the clock, and a breach stays. */
function cancel(context: Context, benchmark: LoadedBenchmark, runs: BenchmarkState, at: Instant): void {
  if (runs.runs.length === 0) runs.prevented = true;
  for (const run of runs.runs) if (isLive(run)) cancelRun(context, benchmark, run, at);
}

function cancelRun(context: Context, benchmark: LoadedBenchmark, run: RunState, at: Instant): void {
  endPauses(run, at);
  if (run.breached === null) run.cancelled = at;
  else run.stopped = at;
  refresh(context, benchmark, run);
  if (run.cancelled !== null && run.applies) noteVerdict(context, benchmark, run, 'cancelled', at);
}

/** Goes on with the latest run, which has stopped, or starts a new one. Anything else has no effect. */
function reopen(
  context: Context,
  benchmark: LoadedBenchmark,
  runs: BenchmarkState,
  at: Instant,
  judged: boolean,
): void {
  const last = runs.runs[runs.runs.length - 1];
  if (!last) return;
  // The period that `until` cut short has no verdict, so it counts as cancelled.
  const ended = last.stopped ?? (benchmark.def.every ? last.cancelled : null);
  if (ended === null) return;
  if (benchmark.def.reopening?.effect === 'starts a new run') {
    newRun(context, benchmark, runs, at, judged);
    return;
  }
  if (at > ended) last.gaps.push({ begin: ended, end: at, cause: 'reopened' });
  last.stopped = null;
  last.cancelled = null;
  // What changed while it was stopped is its business again.
  chooseAgain(context, benchmark, last);
}

/** Judges `applies when` anew. A run to which it comes to apply starts at its own start. */
export function reapply(context: Context, benchmark: LoadedBenchmark, at: Instant): void {
  const { applies } = benchmark;
  if (!applies) return;
  const { state } = context;
  for (const run of state.benchmarks[benchmark.index]!.runs) {
    if (run.cancelled !== null || (run.stopped !== null && run.applies)) continue;
    const now = applies(state);
    if (now === run.applies) continue;
    if (!now) {
      // A breach stays, and with it the clock: its rungs and remedies go on.
      if (run.breached === null) cease(context, benchmark, run, at);
      continue;
    }
    run.applies = true;
    run.applied = true;
    run.ceased = null;
    chooseRow(context, benchmark, run);
    refresh(context, benchmark, run);
    noteVerdict(context, benchmark, run, 'started', at);
    context.happened.push({ kind: 'benchmark', benchmark: benchmark.index, what: 'start', at: run.start });
    if (run.stopped !== null) judgeLate(context, benchmark, run, at);
  }
}

function cease(context: Context, benchmark: LoadedBenchmark, run: RunState, at: Instant): void {
  run.applies = false;
  run.ceased = at;
  refresh(context, benchmark, run);
  noteVerdict(context, benchmark, run, 'cancelled', at);
}

/** A run that had stopped before it came to apply: its verdict is that of its own clock, given at the change. */
function judgeLate(context: Context, benchmark: LoadedBenchmark, run: RunState, at: Instant): void {
  if (run.due !== null && run.stopped !== null && run.due < run.stopped) {
    breach(context, benchmark, run, at);
    return;
  }
  noteVerdict(context, benchmark, run, 'met', at);
  context.happened.push({ kind: 'benchmark', benchmark: benchmark.index, what: 'met', at });
}

export function breach(context: Context, benchmark: LoadedBenchmark, run: RunState, at: Instant): void {
  run.breached = at;
  run.missed = run.due;
  noteVerdict(context, benchmark, run, 'breached', at);
  context.happened.push({ kind: 'benchmark', benchmark: benchmark.index, what: 'breach', at });
}

/** A change of a field chooses the calendar and the row again; the start and the pauses stay, and so does a breach. */
export function rechoose(context: Context, benchmark: LoadedBenchmark): void {
  const { state } = context;
  for (const run of state.benchmarks[benchmark.index]!.runs) {
    if (isLive(run) && run.breached === null) chooseAgain(context, benchmark, run);
  }
}

export function chooseAgain(context: Context, benchmark: LoadedBenchmark, run: RunState): void {
  if (run.breached === null) {
    if (benchmark.def.retargets || run.row === null) chooseRow(context, benchmark, run);
    else forgetClock(context, benchmark, run);
  }
  refresh(context, benchmark, run);
}

/** Ends the pauses that last, because the clock stops. */
export function endPauses(run: RunState, at: Instant): void {
  for (const pause of run.pauses) {
    if (pause.since !== null && !pause.capped) pause.spans.push({ begin: pause.since, end: at });
    pause.since = null;
  }
  endGap(run, at);
}

export function endGap(run: RunState, at: Instant): void {
  if (!isPaused(run)) return;
  const gap = run.gaps[run.gaps.length - 1]!;
  if (gap.begin === at) run.gaps.pop();
  else gap.end = at;
}

export function noteVerdict(
  { engine, state, effects }: Context,
  { def: { id } }: LoadedBenchmark,
  { run }: RunState,
  verdict: VerdictEffect['verdict'],
  at: Instant,
): void {
  effects.push({
    kind: 'verdict',
    at,
    benchmark: id,
    run,
    verdict,
    id: `${state.ticket}/${engine.policy.version}/${id}/${run}/${verdict}`,
  });
}
