import { isOpen, nextOpening } from '../calendar/calendar.ts';
import type { ChannelOutcome } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import type { Stored } from '../value/stored.ts';
import type { Context } from './context.ts';
import type { Engine } from './engine.ts';
import { keptOf, lostOf } from './keeping.ts';
import type { LoadedChannel } from './loadConduct.ts';
import type { State } from './state.ts';

/** Where a case is before something changes it: on which channel, and what a hand-over from there must keep. */
export interface Left {
  readonly channel: Stored | undefined;
  /** By the channel that is handed over to. */
  readonly kept: ReadonlyMap<string, Record<string, Stored>>;
}

/** The channel on which a case begins. */
export function beginOnChannel({ engine, state }: Context, at: Instant): void {
  const channel = channelOf(engine, state);
  if (typeof channel === 'string') state.channels = [{ channel, since: at }];
}

/** Looked at before fields change; undefined where no channel is declared. */
export function leaving({ engine, state }: Context): Left | undefined {
  if (engine.policy.channelField === undefined) return undefined;
  const channel = channelOf(engine, state);
  const def = typeof channel === 'string' ? engine.conduct.channels.get(channel)?.def : undefined;
  return { channel, kept: new Map(def?.handsOver.map(({ to, keeping }) => [to, keptOf(keeping, state)])) };
}

/** A change of the channel is a hand-over; clocks know nothing of it, so nothing of them is lost. */
export function changeChannel(
  { engine, state }: Context,
  left: Left | undefined,
  at: Instant,
  path: (string | number)[],
): void {
  const channel = channelOf(engine, state);
  if (!left || !state.channels || typeof channel !== 'string' || channel === left.channel) return;
  state.channels.push({ channel, since: at });
  const from = typeof left.channel === 'string' ? engine.conduct.channels.get(left.channel)?.def : undefined;
  // A channel that names no other says nothing of hand-overs.
  if (!from || from.handsOver.length === 0) return;
  const clause = from.handsOver.find(({ to }) => to === channel);
  const found = (rule: string, message: string, source: number): void =>
    void state.findings.push({
      rule,
      at,
      message,
      path,
      source,
      ...(from.cites !== undefined && { cites: from.cites }),
    });
  if (!clause) {
    const others = from.handsOver.map(({ to }) => to).join(', ');
    found(
      'channel/not-handed-over',
      `The case moves from ${from.id} to ${channel}; ${from.id} hands over to ${others} only.`,
      from.source,
    );
    return;
  }
  const lost = lostOf(left.kept.get(channel) ?? {}, state);
  if (lost.length > 0)
    found(
      'channel/dropped',
      `The hand-over from ${from.id} to ${channel} loses ${lost.join(', ')}: ${clause.text}.`,
      clause.source,
    );
}

/** The channels of a case one after another, and whether they were open when it came there. */
export function channelOutcomes({ engine, state }: Context): ChannelOutcome[] {
  const { zone, conduct } = engine;
  return (state.channels ?? []).map(({ channel, since }) => {
    const loaded = conduct.channels.get(channel);
    const open = loaded && isOpenAt(loaded, since);
    return {
      id: channel,
      since: formatInstant(zone, since),
      open,
      opens: open === false ? opensAfter(engine, loaded!, since) : undefined,
    };
  });
}

/** Undefined where it has neither hours nor a calendar. */
function isOpenAt({ def, counting }: LoadedChannel, at: Instant): boolean | undefined {
  if (def.hours === 'always') return true;
  const calendar = counting?.calendar;
  return calendar && isOpen(calendar, at);
}

function opensAfter({ zone }: Engine, { counting }: LoadedChannel, at: Instant): string | undefined {
  const opens = counting?.calendar && nextOpening(counting.calendar, at);
  return opens === undefined ? undefined : formatInstant(zone, opens);
}

function channelOf({ policy }: Engine, state: State): Stored | undefined {
  return policy.channelField === undefined ? undefined : state.fields[policy.channelField];
}
