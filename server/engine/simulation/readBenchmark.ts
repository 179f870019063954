import type { LoadedBenchmark } from './engine.ts';
import { countedBy, endOf, makeClock, statusOf } from './run.ts';
import type { BenchmarkReader, Settling } from './scope.ts';
import type { RunState, State } from './state.ts';

/**
 * Reads a benchmark's latest run that applies, or the one whose breach is settled. The list may still be filling while
 * expressions are loaded.
 */
export function benchmarkReader(benchmarks: readonly LoadedBenchmark[], settling: Settling): BenchmarkReader {
  const latest = (state: State, index: number, fits: (run: RunState) => boolean) =>
    latestRun(state, index, settling.breach?.benchmark === index ? settling.breach.run : undefined, fits);
  return {
    elapsed(state, index) {
      const benchmark = benchmarks[index];
      const run = latest(state, index, (candidate) => candidate.applies);
      const clock = benchmark && run && makeClock(state, benchmark, run);
      return clock && countedBy(clock, endOf(run) ?? state.now ?? run.start);
    },
    moment(state, index, what) {
      switch (what) {
        case 'start':
          return latest(state, index, (run) => run.applies)?.start;
        case 'due': {
          const run = latest(state, index, (candidate) => candidate.applies);
          return run?.missed ?? run?.due ?? undefined;
        }
        case 'breach':
          return latest(state, index, (run) => run.breached !== null)?.breached ?? undefined;
        case 'met':
          return (
            latest(state, index, (run) => run.stopped !== null && statusOf(run) === 'met')?.stopped ??
            undefined
          );
      }
    },
  };
}

function latestRun(
  state: State,
  index: number,
  settled: number | undefined,
  fits: (run: RunState) => boolean,
): RunState | undefined {
  const runs = state.benchmarks[index]?.runs ?? [];
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i]!;
    if ((settled === undefined || run.run === settled) && fits(run)) return run;
  }
  return undefined;
}
