import type { ZoneDef } from '../engine/policy.ts';
import { dayLength, type LocalDay } from '../engine/time/localDate.ts';
import type { Instant } from '../engine/time/zone.ts';

/** Days before and after those asked for that are compiled too: no zone is further than that from UTC. */
const margin = 2;

/**
 * Between two probes no zone may change its offset and change it back. The two changes of a zone that lay closest
 * together since 1990, in tzdata 2025c, are seven days apart (Recife in October 2000).
 */
const probeEvery = 3 * dayLength;

/**
 * The offset changes of an IANA zone from one local day to another, both inclusive; undefined for a name that Intl does
 * not know. The same in every time zone and locale of the process.
 */
export function zoneDef(name: string, firstDay: LocalDay, lastDay: LocalDay): ZoneDef | undefined {
  const zone = zoneData(name);
  if (!zone) return undefined;
  const from = (firstDay - margin) * dayLength;
  const until = (lastDay + margin + 1) * dayLength;
  const offsets: ZoneDef['offsets'] = [[from, zone.offset(from)]];
  for (let year = yearOf(from); year <= yearOf(until); year++)
    for (const change of changesOf(zone, year))
      if (change[0] > from && change[0] < until) offsets.push(change);
  return { name, offsets };
}

/** Whether Intl knows the time zone. */
export function isZone(name: string): boolean {
  return zoneData(name) !== undefined;
}

interface ZoneData {
  /** Milliseconds that local time is ahead of UTC. */
  readonly offset: (instant: Instant) => number;
  /** By year of UTC, as they are first asked for. */
  readonly changes: Map<number, [Instant, number][]>;
}

const zones = new Map<string, ZoneData | undefined>();

function zoneData(name: string): ZoneData | undefined {
  if (!zones.has(name)) {
    const offset = offsetReader(name);
    zones.set(name, offset && { offset, changes: new Map() });
  }
  return zones.get(name);
}

function offsetReader(name: string): ZoneData['offset'] | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined;
  }
  return (instant) => {
    const second = Math.floor(instant / 1000) * 1000;
    const [month, day, year, hour, minute, seconds] = format.format(second).match(/\d+/g)!.map(Number);
    return Date.UTC(year!, month! - 1, day, hour, minute, seconds) - second;
  };
}

/** The changes within a year of UTC, its first instant excluded, the next year's included. */
function changesOf(zone: ZoneData, year: number): [Instant, number][] {
  let changes = zone.changes.get(year);
  if (!changes) {
    changes = findChanges(zone.offset, Date.UTC(year, 0), Date.UTC(year + 1, 0));
    zone.changes.set(year, changes);
  }
  return changes;
}

function findChanges(offset: ZoneData['offset'], from: Instant, until: Instant): [Instant, number][] {
  const changes: [Instant, number][] = [];
  let before = from;
  let offsetBefore = offset(from);
  while (before < until) {
    const probe = Math.min(before + probeEvery, until);
    const offsetAfter = offset(probe);
    if (offsetAfter !== offsetBefore)
      changes.push([firstWith(offset, offsetBefore, before, probe), offsetAfter]);
    before = probe;
    offsetBefore = offsetAfter;
  }
  return changes;
}

/** The first millisecond in (before, after] whose offset is no longer the one before. */
function firstWith(
  offset: ZoneData['offset'],
  offsetBefore: number,
  before: Instant,
  after: Instant,
): Instant {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === offsetBefore) low = middle;
    else high = middle;
  }
  return high;
}

function yearOf(instant: Instant): number {
  return new Date(instant).getUTCFullYear();
}
