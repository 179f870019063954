import { clockStart, countOf } from '../clock/clockStart.ts';
import { reach } from '../clock/reach.ts';
import type { Assessed, Status } from '../outcome.ts';
import type { AttainDef, Duration } from '../policy.ts';
import type { Instant } from '../time/zone.ts';
import type { Engine, LoadedBenchmark } from './engine.ts';
import { groupOf, windowAt } from './groups.ts';
import { type RunClock, statusOf } from './run.ts';
import type { RunState, State } from './state.ts';

/**
 * A run as each `attain` clause counts it: met and breached runs by their verdict, a running one as the breach it would
 * be when it falls due. Undefined for runs that no clause counts.
 */
export function assess(
  engine: Engine,
  state: State,
  benchmark: LoadedBenchmark,
  run: RunState,
  clock: RunClock | undefined,
): Assessed[] | undefined {
  if (!clock || benchmark.attain.length === 0) return undefined;
  const status = statusOf(run);
  const verdictAt = status === 'met' ? run.stopped : status === 'breached' ? run.breached : run.due;
  if (verdictAt === null || !isCounted(status)) return undefined;
  const assessed: Assessed[] = [];
  benchmark.attain.forEach(({ def, when }, clause) => {
    if (when && !when(state)) return;
    assessed.push({
      clause,
      window: def.window && windowOf(engine, state, def, verdictAt),
      group: groupOf(engine, state, def.per),
      levels: def.levels.map((level) => (level.in ? stoppedWithin(run, clock, level.in) : status === 'met')),
    });
  });
  return assessed.length > 0 ? assessed : undefined;
}

function isCounted(status: Status): boolean {
  return status === 'met' || status === 'breached' || status === 'running';
}

function windowOf(engine: Engine, state: State, def: AttainDef, verdictAt: Instant): string {
  const at = (def.by === undefined ? undefined : state.events[def.by]?.latest) ?? verdictAt;
  return windowAt(engine, def.window!, at);
}

/** `in D`: stopped within that much of its own clock, whatever its row. */
function stoppedWithin(run: RunState, clock: RunClock, duration: Duration): boolean {
  if (run.stopped === null) return false;
  const start = clockStart(clock.counting, run.start, false);
  const moved = { ...start, businessDay: clock.start.businessDay, openFrom: clock.start.openFrom };
  const { ruler, from, amount } = countOf(clock.counting, moved, duration);
  return run.stopped <= reach(ruler, from, amount, run.gaps);
}
