import type { Instant } from '../time/zone.ts';
import { entry } from './entry.ts';

/** The breaches of one group, such as an account, of which several make a repetition. */
export interface BreachTally {
  /** In order; the latest of them where there are too many. */
  at: Instant[];
  /** How many have been left out. */
  dropped: number;
}

/** So many breaches of a group are kept. */
const mostBreaches = 1000;

export function addBreach(tallies: Record<string, BreachTally>, key: string, at: Instant, times = 1): void {
  const into = entry(tallies, key, () => ({ at: [], dropped: 0 }));
  for (let i = 0; i < times; i++) insert(into, at);
}

/** Adds those of another tally, in place. */
export function mergeBreaches(
  tallies: Record<string, BreachTally>,
  key: string,
  { at, dropped }: BreachTally,
): void {
  const into = entry(tallies, key, () => ({ at: [], dropped: 0 }));
  into.dropped += dropped;
  for (const each of at) insert(into, each);
}

function insert(into: BreachTally, at: Instant): void {
  let place = into.at.length;
  while (place > 0 && into.at[place - 1]! > at) place--;
  into.at.splice(place, 0, at);
  if (into.at.length <= mostBreaches) return;
  into.at.shift();
  into.dropped++;
}
