import { mayPlay } from './actors.ts';
import { playRole } from './benchmarkRuns.ts';
import type { Context } from './context.ts';
import { hearDispute } from './dispute/hearDispute.ts';
import type { LoadedBenchmark } from './engine.ts';
import type { EventEntry } from './entries.ts';
import { askForPerson } from './handovers.ts';
import type { Happening } from './moments.ts';
import { judgePermits } from './permit/judgePermits.ts';
import { hearRemedy } from './remedy/triggerRemedies.ts';
import { hearRight } from './right/turnRights.ts';

/**
 * Tells everything that listens, then what follows from it. Where a happening means several things to a clock, stop
 * comes before start. `entry` is the log's entry behind it, absent for what comes about by itself.
 */
export function happen(context: Context, happening: Happening, entry?: EventEntry): void {
  tell(context, happening, entry);
  settle(context);
}

/** Tells what has become of benchmarks to those that wait for it. */
export function settle(context: Context): void {
  while (context.happened.length > 0) tell(context, context.happened.shift()!, undefined);
}

function tell(context: Context, happening: Happening, entry: EventEntry | undefined): void {
  const { engine, state } = context;
  const { onEvent, onBenchmark } = engine.listeners;
  const listeners =
    happening.kind === 'event' ? onEvent.get(happening.event) : onBenchmark.get(happening.benchmark);
  if (!listeners) return;
  for (const i of listeners.states) {
    const { from, until } = engine.states[i]!;
    const span = state.states[i]!;
    if (span.since !== null) {
      if (until.arrives(state, happening)) span.since = null;
    } else if (from.arrives(state, happening)) span.since = happening.at;
  }
  for (const i of listeners.benchmarks) hear(context, engine.benchmarks[i]!, happening, entry);
  for (const i of listeners.disputes) hearDispute(context, engine.disputes[i]!, happening, entry);
  for (const i of listeners.rights) hearRight(context, engine.rights[i]!, happening);
  for (const i of listeners.remedies) hearRemedy(context, engine.remedies[i]!, happening);
  // What an event does is judged when all that follows from it has happened.
  if (happening.kind === 'benchmark') judgePermits(context, listeners.permits, happening);
  for (const i of listeners.handovers) askForPerson(context, i, happening);
}

function hear(
  context: Context,
  benchmark: LoadedBenchmark,
  happening: Happening,
  entry: EventEntry | undefined,
): void {
  for (const { role, moment } of benchmark.moments) {
    if (!moment.arrives(context.state, happening)) continue;
    if (entry && !mayPlay(context, benchmark, role, entry)) continue;
    playRole(context, benchmark, role, happening.at, isJudged(entry));
  }
}

/** Only an event that came from outside is judged by a cut-off; what is chained or emitted never is. */
function isJudged(entry: EventEntry | undefined): boolean {
  return entry !== undefined && !entry.emitted;
}
