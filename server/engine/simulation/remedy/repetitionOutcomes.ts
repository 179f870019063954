import type { RepetitionOutcome } from '../../outcome.ts';
import { formatInstant } from '../../time/iso.ts';
import type { Engine } from '../engine.ts';
import { groupOf } from '../groups.ts';
import { statusOf } from '../run.ts';
import type { State } from '../state.ts';

/** The breaches of this ticket that may make a repetition with those of others; undefined where there are none. */
export function repetitionOutcomes(engine: Engine, state: State): RepetitionOutcome[] | undefined {
  const repetitions: RepetitionOutcome[] = [];
  for (const { def, repetition, applies } of engine.remedies) {
    const { on } = def;
    if (!repetition || on.kind !== 'repetition' || (applies && !applies(state))) continue;
    const group = groupOf(engine, state, on.per);
    const { runs } = state.benchmarks[repetition.benchmark]!;
    const breaches = runs
      .filter(({ breached, notAssessed }) => breached !== null && notAssessed === null)
      .map(({ breached }) => breached!)
      .sort((a, b) => a - b);
    // What still runs may be breached by the time it is summed up.
    if (breaches.length === 0 && !runs.some((run) => statusOf(run) === 'running')) continue;
    repetitions.push({
      remedy: def.id,
      group,
      breaches: breaches.map((at) => formatInstant(engine.zone, at)),
    });
  }
  return repetitions.length > 0 ? repetitions : undefined;
}
