import type { RateDef } from '../policy/rate.ts';
import type { Value } from '../policy.ts';
import { type LocalDay, parseDate } from '../time/localDate.ts';
import { dayAt } from '../time/zone.ts';
import type { Scope } from './scope.ts';
import type { State } from './state.ts';

/** A rate's values with the day from which each holds. */
export type LoadedRate<T> = readonly { readonly from: LocalDay; readonly value: T }[];

export function loadRate<T>(def: RateDef, read: (value: Value) => T): LoadedRate<T> {
  return def.values.map(({ from, value }) => ({
    from: from === undefined ? Number.NEGATIVE_INFINITY : (parseDate(from) ?? Number.NEGATIVE_INFINITY),
    value: read(value),
  }));
}

/** The value in force on a day; undefined before the first. */
export function rateOn<T>(rate: LoadedRate<T>, day: LocalDay | undefined): T | undefined {
  if (day === undefined) return undefined;
  for (let i = rate.length - 1; i >= 0; i--) if (rate[i]!.from <= day) return rate[i]!.value;
  return undefined;
}

/**
 * The day that chooses a rate's value, in the policy's zone: that of the latest occurrence of its event, else the day that
 * is paid, else the present one.
 */
export function rateDay(def: RateDef, scope: Scope): (state: State) => LocalDay | undefined {
  const { zone, settling } = scope;
  const { by } = def;
  if (by !== undefined)
    return (state) => {
      const at = state.events[by]?.latest;
      return at === undefined ? undefined : dayAt(zone, at);
    };
  return (state) => settling.day ?? (state.now === null ? undefined : dayAt(zone, state.now));
}
