import type { Instant } from '../time/zone.ts';
import { endGap } from './benchmarkRuns.ts';
import type { Context } from './context.ts';
import type { LoadedBenchmark } from './engine.ts';
import { capInstant, clockOf, isLive, isPaused, refresh } from './run.ts';
import type { PauseState, RunState, State } from './state.ts';

/** Judges at the end of an instant whether clocks pause, and whether their runs are assessed. */
export function judgePauses(context: Context, at: Instant): void {
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
export function judgeRun(context: Context, benchmark: LoadedBenchmark, run: RunState, at: Instant): boolean {
  const { state } = context;
  let changed = false;
  const clock = clockOf(context, benchmark, run);
  for (let i = 0; i < run.pauses.length; i++) {
    const pause = run.pauses[i]!;
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
  }
  if (!changed) return false;
  const cause = run.pauses.findIndex((pause) => pause.since !== null && !pause.capped);
  if (cause >= 0 && !isPaused(run)) run.gaps.push({ begin: at, end: null, cause });
  else if (cause < 0 && isPaused(run)) endGap(run, at);
  return true;
}

/** A pause may end while the clock is stopped: after a reopening the next one is another, with a cap of its own. */
function forgetPauses(state: State, benchmark: LoadedBenchmark, { pauses }: RunState): void {
  for (let i = 0; i < pauses.length; i++) {
    const pause = pauses[i]!;
    if (pause.begun !== null && !benchmark.pauses[i]!.holds(state)) forget(benchmark, pause, i);
  }
}

function forget(benchmark: LoadedBenchmark, pause: PauseState, index: number): void {
  pause.since = null;
  pause.begun = null;
  if (benchmark.pauses[index]!.def.cap?.per === 'each') pause.capped = false;
}

/** A run that starts, or falls due, while it is not assessed stays so. */
export function judgeAssessment(state: State, benchmark: LoadedBenchmark, run: RunState, at: Instant): void {
  if (benchmark.notAssessed.length === 0 || run.notAssessed !== null || !run.applies) return;
  if (run.start !== at && run.due !== at && run.breached !== at) return;
  const clause = benchmark.notAssessed.findIndex((holds) => holds(state));
  if (clause >= 0) run.notAssessed = clause;
}
