import type { Instant } from '../time/zone.ts';
import type { LoadedState } from './engine.ts';
import type { LoadedMoment } from './moments.ts';
import type { State, StateSpan } from './state.ts';

/** The earlier of two instants; the second counts only where it lies ahead. */
export function sooner(least: Instant, at: Instant | null | undefined, now: Instant): Instant {
  return at !== null && at !== undefined && at > now && at < least ? at : least;
}

/** A moment that comes by time alone and has not arrived yet. */
export function pendingMoment(
  moment: LoadedMoment,
  state: State,
  arrived: Instant | null | undefined,
): Instant | undefined {
  const at = moment.computed?.(state);
  return at === undefined || at === arrived ? undefined : at;
}

/** When a state opens, or closes, by time alone. */
export function pendingTurn(
  { from, until }: LoadedState,
  state: State,
  { since, opened, closed }: StateSpan,
): Instant | undefined {
  return since === null ? pendingMoment(from, state, opened) : pendingMoment(until, state, closed);
}
