import { layOut } from '../engine/calendar/layOut.ts';
import type { Counting } from '../engine/clock/ruler.ts';
import { loadEngine } from '../engine/load.ts';
import type { Policy } from '../engine/policy.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { parseDate } from '../engine/time/localDate.ts';
import { endOfDay, type Instant, loadZone, startOfDay, type Zone } from '../engine/time/zone.ts';
import type { Names } from './cases/atoms.ts';

/** A policy with its zones and calendars laid out, to be asked when things would be due. */
export interface Clockwork {
  readonly policy: Policy;
  readonly engine: Engine;
  readonly countingOf: (calendar: string | undefined) => Counting;
  readonly zoneNamed: (name: string) => Zone;
  /** Equal for calendars by which the same is counted, in whichever policy they stand. */
  readonly identityOf: (calendar: string | undefined) => string | null;
}

const known = new WeakMap<Policy, Clockwork>();

/** Laid out once for each policy. */
export function clockworkOf(policy: Policy): Clockwork {
  const found = known.get(policy) ?? layOutPolicy(policy);
  known.set(policy, found);
  return found;
}

function layOutPolicy(policy: Policy): Clockwork {
  const engine = loadEngine(policy);
  const firstDay = parseDate(policy.covers.from) ?? 0;
  const lastDay = parseDate(policy.covers.until) ?? firstDay;
  const zones = new Map(policy.zones.map((def) => [def.name, loadZone(def, firstDay, lastDay)]));
  const zoneNamed = (name: string) => zones.get(name) ?? engine.zone;
  const countings = new Map(
    policy.calendars.map((def): [string, Counting] => {
      const zone = zoneNamed(def.zone);
      return [def.id, { zone, calendar: layOut(def, zone, firstDay, lastDay) }];
    }),
  );
  const identities = new Map(
    policy.calendars.map(({ id, source, ...rest }) => [id, JSON.stringify(withoutSources(rest))]),
  );
  const uncalendared: Counting = { zone: engine.zone };
  return {
    policy,
    engine,
    zoneNamed,
    countingOf: (calendar) =>
      calendar === undefined ? uncalendared : (countings.get(calendar) ?? uncalendared),
    identityOf: (calendar) => (calendar === undefined ? null : (identities.get(calendar) ?? null)),
  };
}

/** A span of arrivals, both instants included. */
export interface Arrivals {
  readonly first: Instant;
  readonly last: Instant;
}

/** From the first instant of one local date to the last of another, in the policy's zone. */
export function arrivalsBetween({ engine: { zone } }: Clockwork, from: string, until: string): Arrivals {
  return {
    first: startOfDay(zone, parseDate(from) ?? 0),
    last: endOfDay(zone, parseDate(until) ?? 0),
  };
}

/** What conditions speak of in cases that have begun, and whose clock some event has started. */
export function namesOf({ policy, engine }: Clockwork, starts: readonly string[]): Names {
  const { begins } = policy;
  return {
    fields: engine.fields,
    data: new Map(
      policy.events.flatMap(({ name, data }) => data.map((field) => [`${name} ${field.name}`, field])),
    ),
    // Of several events that can start a clock nobody knows which it was.
    happened: new Set([...(starts.length === 1 ? starts : []), ...(begins === undefined ? [] : [begins])]),
  };
}

function withoutSources(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSources);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (key === 'source' ? [] : [[key, withoutSources(child)]])),
  );
}
