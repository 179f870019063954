import { boundsBefore } from '../clock/offset.ts';
import type { Engine } from '../simulation/engine.ts';
import { instantWords } from '../simulation/words.ts';
import type { Instant } from '../time/zone.ts';
import type { BreachTally } from './breachTally.ts';
import { type TriggeredRemedy, triggered } from './triggered.ts';
import { compareTexts } from './windowRows.ts';

/**
 * The repetitions that came about: looking back from each breach of a group, and with those of an earlier repetition
 * used up.
 */
export function repetitions(
  engine: Engine,
  breaches: Readonly<Record<string, BreachTally>>,
): TriggeredRemedy[] {
  return engine.remedies.flatMap((remedy) => {
    const { id, on } = remedy.def;
    if (on.kind !== 'repetition') return [];
    const counting = engine.counting(on.calendar);
    const found = Object.keys(breaches)
      .filter((key) => key.startsWith(`${id}|`))
      .sort(compareTexts)
      .flatMap((key) => {
        const group = on.per === undefined ? {} : { group: key.slice(id.length + 1) };
        const first = (at: Instant) => boundsBefore(counting, at, on.within)[0];
        return completed(breaches[key]!.at, on.count, first).map((together) => ({
          at: together[together.length - 1]!,
          ...group,
          why: `${on.benchmark} was breached ${together.map((at) => instantWords(engine.zone, at)).join(', ')}.`,
        }));
      })
      .sort((a, b) => a.at - b.at);
    return found.map((trigger, i) => triggered(engine, remedy, trigger, i + 1));
  });
}

/** So many breaches together, each time; `first` is from when on a breach counts with one. */
function completed(
  breaches: readonly Instant[],
  count: number,
  first: (at: Instant) => Instant,
): (readonly Instant[])[] {
  const found: Instant[][] = [];
  let open: Instant[] = [];
  for (const at of breaches) {
    const from = first(at);
    open = [...open.filter((each) => each >= from), at];
    if (open.length < count) continue;
    found.push(open);
    open = [];
  }
  return found;
}
