import type { Instant } from '../../time/zone.ts';
import type { Context } from '../context.ts';
import type { Happening } from '../moments.ts';
import { pendingMoment, sooner } from '../pendingMoment.ts';
import type { RightState, RightTime, State } from '../state.ts';
import type { LoadedRight } from './loadRights.ts';

/** Tells a right what has happened: what opens it now, or a millisecond later, where something has fallen due. */
export function hearRight({ state }: Context, right: LoadedRight, happening: Happening): void {
  for (let opening = 0; opening < right.opens.length; opening++) {
    const { moment, when, delay } = right.opens[opening]!;
    if (moment.arrives(state, happening) && (!when || when(state)))
      awaitOpening(state.rights[right.index]!, opening, happening.at + delay);
  }
}

/** The timers of rights: those that open, those that close, and those to which `applies when` no longer holds. */
export function turnRights(context: Context, at: Instant): boolean {
  let turned = false;
  for (const right of context.engine.rights) {
    const own = context.state.rights[right.index]!;
    arrive(context.state, right, own, at);
    if (openDue(context, right, own, at)) turned = true;
    if (closeDue(context, right, own, at)) turned = true;
  }
  return turned;
}

/** When a right next does something by itself; infinite where it does not. */
export function nextRight(state: State, right: LoadedRight, now: Instant): Instant {
  const { awaited, arrived, times } = state.rights[right.index]!;
  let least = sooner(Number.POSITIVE_INFINITY, awaited?.at, now);
  for (let i = 0; i < right.opens.length; i++) {
    const { moment, delay } = right.opens[i]!;
    const at = pendingMoment(moment, state, arrived[i]);
    if (at !== undefined) least = sooner(least, at + delay, now);
  }
  const last = lastOf(times);
  return last && last.closed === null ? sooner(least, last.closes, now) : least;
}

/** A right that is open, or about to be, is not opened again. */
function awaitOpening(own: RightState, opening: number, at: Instant): void {
  if (own.awaited === null && !isOpen(own)) own.awaited = { opening, at };
}

function isOpen({ times }: RightState): boolean {
  return lastOf(times)?.closed === null;
}

function lastOf(times: readonly RightTime[]): RightTime | undefined {
  return times.length === 0 ? undefined : times[times.length - 1];
}

function arrive(state: State, right: LoadedRight, own: RightState, at: Instant): void {
  for (let i = 0; i < right.opens.length; i++) {
    const { moment, when, delay } = right.opens[i]!;
    const arrival = pendingMoment(moment, state, own.arrived[i]);
    if (arrival === undefined || arrival + delay > at) continue;
    own.arrived[i] = arrival;
    if (!when || when(state)) awaitOpening(own, i, arrival + delay);
  }
}

/** What waits only for `applies when` opens as from its own moment. */
function openDue(context: Context, right: LoadedRight, own: RightState, at: Instant): boolean {
  const { awaited } = own;
  if (awaited === null || awaited.at > at) return false;
  if (right.applies && !right.applies(context.state)) return false;
  const time: RightTime = { opening: awaited.opening, opened: awaited.at, closes: null, closed: null };
  own.awaited = null;
  own.times.push(time);
  note(context, right, own, 'opened', at);
  return true;
}

/** It may be used up to and including the instant at which it closes; until then that may move. */
function closeDue(context: Context, right: LoadedRight, own: RightState, at: Instant): boolean {
  const last = lastOf(own.times);
  if (!last || last.closed !== null) return false;
  last.closes = closingOf(context.state, right, last);
  const over = last.closes !== null && last.closes <= at;
  if (!over && (!right.applies || right.applies(context.state))) return false;
  last.closed = at;
  note(context, right, own, 'closed', at);
  return true;
}

/** An event that came before the right opened does not close it. */
function closingOf(state: State, right: LoadedRight, { opened }: RightTime): Instant | null {
  let least = Number.POSITIVE_INFINITY;
  for (const moment of right.closes) {
    const at = moment.deadline(state, right.zone);
    if (at !== undefined && at < least && (moment.computed || at >= opened)) least = at;
  }
  return Number.isFinite(least) ? least : null;
}

function note(
  { engine, state, effects }: Context,
  right: LoadedRight,
  { times }: RightState,
  what: 'opened' | 'closed',
  at: Instant,
): void {
  const { id } = right.def;
  effects.push({
    kind: 'right',
    at,
    right: id,
    what,
    id: `${state.ticket}/${engine.policy.version}/${id}/${times.length}/${what}`,
  });
}
