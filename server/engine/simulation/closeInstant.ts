import type { Instant } from '../time/zone.ts';
import { breach, endGap, newRun, playRole } from './benchmarkRuns.ts';
import type { Context } from './context.ts';
import type { LoadedBenchmark } from './engine.ts';
import { fireRungs } from './fireRungs.ts';
import { handle } from './handle.ts';
import { settle } from './happen.ts';
import { capInstant, clockOf, isLive, isPaused, refresh } from './run.ts';
import type { PauseState, RunState, State } from './state.ts';
import { pendingMoment } from './wake.ts';

/** So many rounds of feedback at one instant are taken for a loop. */
const mostRounds = 1000;

/** What comes by time alone, by kind: does what is due up to an instant, and says whether anything was. */
type TimerKind = (context: Context, at: Instant) => boolean;

/** In the order in which they come within an instant; within a kind in the order declared. */
const timerKinds: readonly TimerKind[] = [arriveMoments, breachDue, fireRungs];

/**
 * Ends an instant after its last event: judges pauses, then runs its timers by kind, and what they set and emit, until
 * nothing more happens.
 */
export function closeInstant(context: Context, at: Instant): void {
  const { state } = context;
  state.now = at;
  state.open = false;
  for (let round = 0; round < mostRounds; round++) {
    judgePauses(context, at);
    if (!runKinds(context, at)) return;
  }
  context.queue.length = 0;
  state.findings.push({
    rule: 'ladder/feedback-loop',
    at,
    message: 'Timers kept setting each other off at this instant without end; the rest of them was left out.',
  });
}

/** What a kind emits is handled before the next kind comes, and what it makes due comes first. */
function runKinds(context: Context, at: Instant): boolean {
  let happened = false;
  for (const runKind of timerKinds) {
    if (!runKind(context, at)) continue;
    happened = true;
    if (context.queue.length === 0) continue;
    for (let entry = context.queue.shift(); entry; entry = context.queue.shift()) handle(context, entry);
    return true;
  }
  return happened;
}

function judgePauses(context: Context, at: Instant): void {
  const { engine, state } = context;
  for (const benchmark of engine.benchmarks) {
    for (const run of state.benchmarks[benchmark.index]!.runs) {
      if (!isLive(run)) {
        forgetPauses(state, benchmark, run);
        continue;
      }
      const changed = benchmark.pauses.length > 0 && judgeRun(context, benchmark, run, at);
      judgeAssessment(state, benchmark, run, at);
      if (changed || benchmark.volatile) refresh(context, benchmark, run);
    }
  }
}

/** Whether the run's clock paused, went on or used up a cap. */
function judgeRun(context: Context, benchmark: LoadedBenchmark, run: RunState, at: Instant): boolean {
  const { state } = context;
  let changed = false;
  const clock = clockOf(context, benchmark, run);
  run.pauses.forEach((pause, i) => {
    if (pause.since !== null && !pause.capped) {
      const capped = capInstant(benchmark, run, i, clock);
      if (capped <= at) {
        pause.spans.push({ begin: pause.since, end: capped });
        pause.capped = true;
        changed = true;
      }
    }
    const now = benchmark.pauses[i]!.holds(state);
    if (now !== (pause.since !== null)) changed = true;
    if (now && pause.since === null) {
      pause.since = at;
      pause.begun ??= pause.spans.length;
      // A cap in all that was used up earlier stops the pause where it begins.
      if (capInstant(benchmark, run, i, clock) <= at) pause.capped = true;
    } else if (!now && pause.begun !== null) {
      if (pause.since !== null && !pause.capped) pause.spans.push({ begin: pause.since, end: at });
      forget(benchmark, pause, i);
    }
  });
  if (!changed) return false;
  const cause = run.pauses.findIndex((pause) => pause.since !== null && !pause.capped);
  if (cause >= 0 && !isPaused(run)) run.gaps.push({ begin: at, end: null, cause });
  else if (cause < 0 && isPaused(run)) endGap(run, at);
  return true;
}

/** A pause may end while the clock is stopped: after a reopening the next one is another, with a cap of its own. */
function forgetPauses(state: State, benchmark: LoadedBenchmark, run: RunState): void {
  run.pauses.forEach((pause, i) => {
    if (pause.begun !== null && !benchmark.pauses[i]!.holds(state)) forget(benchmark, pause, i);
  });
}

function forget(benchmark: LoadedBenchmark, pause: PauseState, index: number): void {
  pause.since = null;
  pause.begun = null;
  if (benchmark.pauses[index]!.def.cap?.per === 'each') pause.capped = false;
}

/** A run that starts, or falls due, while it is not assessed stays so. */
function judgeAssessment(state: State, benchmark: LoadedBenchmark, run: RunState, at: Instant): void {
  if (benchmark.notAssessed.length === 0 || run.notAssessed !== null || !run.applies) return;
  if (run.start !== at && run.due !== at && run.breached !== at) return;
  const clause = benchmark.notAssessed.findIndex((holds) => holds(state));
  if (clause >= 0) run.notAssessed = clause;
}

function arriveMoments(context: Context, at: Instant): boolean {
  const { engine, state } = context;
  let moved = false;
  for (const i of engine.timedStates) {
    const { from, until } = engine.states[i]!;
    const span = state.states[i]!;
    const arrival = pendingMoment(span.since === null ? from : until, state, span.arrived);
    if (arrival === undefined || arrival > at) continue;
    span.arrived = arrival;
    span.since = span.since === null ? at : null;
    moved = true;
  }
  for (const i of engine.timedBenchmarks) {
    const benchmark = engine.benchmarks[i]!;
    const { arrived } = state.benchmarks[i]!;
    for (const { key, role, moment } of benchmark.moments) {
      const arrival = pendingMoment(moment, state, arrived[key]);
      if (arrival === undefined || arrival > at) continue;
      arrived[key] = arrival;
      // A clock that comes to start in the past has its own start; what else is past happens now.
      playRole(context, benchmark, role, role === 'from' ? arrival : at, false);
      moved = true;
    }
  }
  settle(context);
  return moved;
}

function breachDue(context: Context, at: Instant): boolean {
  const { engine, state } = context;
  let breached = false;
  for (const benchmark of engine.benchmarks) {
    const runs = state.benchmarks[benchmark.index]!;
    for (const run of [...runs.runs]) {
      if (!isLive(run) || !run.applies || run.breached !== null || run.due === null || run.due > at) continue;
      breach(context, benchmark, run, at);
      judgeAssessment(state, benchmark, run, at);
      if (benchmark.def.every) {
        run.stopped = at;
        newRun(context, benchmark, runs, run.missed ?? at, false);
      }
      refresh(context, benchmark, run);
      settle(context);
      breached = true;
    }
  }
  return breached;
}
