import type { Instant } from '../time/zone.ts';
import { breach, endGap, newRun, startRun, stopRuns } from './benchmarkRuns.ts';
import type { Context } from './context.ts';
import type { LoadedBenchmark } from './engine.ts';
import { fireRungs } from './fireRungs.ts';
import { handle } from './handle.ts';
import { settle } from './happen.ts';
import { capInstant, isLive, isPaused, refresh } from './run.ts';
import type { RunState } from './state.ts';
import { pendingMoment } from './wake.ts';

/** So many rounds of feedback at one instant are taken for a loop. */
const mostRounds = 1000;

/**
 * Ends an instant after its last event: judges pauses, then runs its timers in order (pause caps, moments that come by
 * time, breaches, rungs), and what rungs set and emit, until nothing more happens.
 */
export function closeInstant(context: Context, at: Instant): void {
  const { state } = context;
  state.now = at;
  state.open = false;
  for (let round = 0; round < mostRounds; round++) {
    judgePauses(context, at);
    const moved = arriveMoments(context, at);
    const breached = breachDue(context, at);
    const fired = fireRungs(context, at);
    if (!moved && !breached && !fired) return;
    for (let entry = context.queue.shift(); entry; entry = context.queue.shift()) handle(context, entry);
  }
  context.queue.length = 0;
  state.findings.push({
    rule: 'ladder/feedback-loop',
    at,
    message: 'Rungs kept setting each other off at this instant without end; the rest of them was left out.',
  });
}

function judgePauses({ engine, state }: Context, at: Instant): void {
  for (const benchmark of engine.benchmarks) {
    for (const run of state.benchmarks[benchmark.index]!.runs) {
      if (!isLive(run)) continue;
      if (benchmark.pauses.length > 0) judgeRun(benchmark, run, at, (i) => benchmark.pauses[i]!.holds(state));
      judgeAssessment(benchmark, run, at, (i) => benchmark.notAssessed[i]!(state));
      refresh(state, benchmark, run);
    }
  }
}

function judgeRun(
  benchmark: LoadedBenchmark,
  run: RunState,
  at: Instant,
  holds: (clause: number) => boolean,
): void {
  run.pauses.forEach((pause, i) => {
    if (pause.since !== null && !pause.capped) {
      const capped = capInstant(benchmark, run, i);
      if (capped <= at) {
        pause.spans.push([pause.since, capped]);
        pause.capped = true;
      }
    }
    const now = holds(i);
    if (now && pause.since === null) {
      pause.since = at;
      // A cap in all that was used up earlier stops the pause where it begins.
      if (capInstant(benchmark, run, i) <= at) pause.capped = true;
    } else if (!now && pause.since !== null) {
      if (!pause.capped) pause.spans.push([pause.since, at]);
      pause.since = null;
      if (benchmark.pauses[i]!.def.cap?.per === 'each') pause.capped = false;
    }
  });
  const cause = run.pauses.findIndex((pause) => pause.since !== null && !pause.capped);
  if (cause >= 0 && !isPaused(run)) run.gaps.push({ begin: at, end: null, cause });
  else if (cause < 0 && isPaused(run)) endGap(run, at);
}

/** A run that starts, or falls due, while it is not assessed stays so. */
function judgeAssessment(
  benchmark: LoadedBenchmark,
  run: RunState,
  at: Instant,
  holds: (clause: number) => boolean,
): void {
  if (run.notAssessed !== null || !run.applies) return;
  if (run.start !== at && run.due !== at) return;
  const clause = benchmark.notAssessed.findIndex((_, i) => holds(i));
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
    const runs = state.benchmarks[i]!;
    const stop = pendingMoment(benchmark.until, state, runs.arrived.until);
    if (stop !== undefined && stop <= at) {
      runs.arrived.until = stop;
      stopRuns(context, benchmark, runs, at, 'until');
      moved = true;
    }
    const start = pendingMoment(benchmark.from, state, runs.arrived.from);
    if (start !== undefined && start <= at) {
      runs.arrived.from = start;
      startRun(context, benchmark, start, false);
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
      if (benchmark.def.every) {
        run.stopped = at;
        newRun(context, benchmark, runs, run.missed ?? at, false);
      }
      refresh(state, benchmark, run);
      settle(context);
      breached = true;
    }
  }
  return breached;
}
