import type { ZoneDef } from '../policy.ts';
import { dayLength, type LocalDay } from './localDate.ts';

/** Milliseconds since the epoch. */
export type Instant = number;

/** A time zone for a span of years: its offset changes, and the first instant of each of its days. */
export interface Zone {
  readonly name: string;
  /** Ascending; from `changes[i]` on the offset is `offsets[i]`. */
  readonly changes: readonly Instant[];
  readonly offsets: readonly number[];
  readonly firstDay: LocalDay;
  /** `starts[i]` is the first instant of day `firstDay + i`. */
  readonly starts: Float64Array;
}

/** Days before and after those covered, so that the neighbours of the first and last day are known too. */
const margin = 400;

/** `firstDay` and `lastDay` are the days covered, both inclusive. */
export function loadZone(def: ZoneDef, firstDay: LocalDay, lastDay: LocalDay): Zone {
  const changes = def.offsets.map(([at]) => at);
  const offsets = def.offsets.map(([, offset]) => offset);
  const first = firstDay - margin;
  const starts = new Float64Array(lastDay - first + margin + 2);
  const zone = { name: def.name, changes, offsets, firstDay: first, starts };
  let segment = 0;
  for (let i = 0; i < starts.length; i++) {
    const local = (first + i) * dayLength;
    // Most days lie well inside a segment, where the answer is one subtraction.
    while (segment + 1 < changes.length && changes[segment + 1]! + offsets[segment]! < local - dayLength)
      segment++;
    const next = changes[segment + 1];
    const start = local - offsets[segment]!;
    starts[i] = next === undefined || start + dayLength < next ? start : instantOfLocal(zone, local);
  }
  return zone;
}

export function offsetAt(zone: Zone, instant: Instant): number {
  return zone.offsets[segmentAt(zone.changes, instant)]!;
}

/**
 * The instant of a local time given as milliseconds since 1970-01-01T00:00 local. A skipped local time moves later by
 * the length of the gap, a repeated one is its first occurrence.
 */
export function instantOfLocal(zone: Zone, local: number): Instant {
  const { changes, offsets } = zone;
  // No zone is further than a day from UTC, so no earlier segment can hold the answer.
  for (let i = segmentAt(changes, local - dayLength - 1); ; i++) {
    const instant = local - offsets[i]!;
    const end = changes[i + 1];
    if (end === undefined || instant < end) {
      if (i === 0 || instant >= changes[i]!) return instant;
      return local - offsets[i - 1]!;
    }
  }
}

/** How often a local time occurs: 0 where it is skipped, 2 where it is repeated. */
export function occurrencesOfLocal(zone: Zone, local: number): number {
  let count = 0;
  const first = segmentAt(zone.changes, local - dayLength - 1);
  for (
    let i = first;
    i < zone.offsets.length && (i === first || zone.changes[i]! <= local + dayLength);
    i++
  ) {
    const instant = local - zone.offsets[i]!;
    const end = zone.changes[i + 1] ?? Number.POSITIVE_INFINITY;
    if ((i === 0 || instant >= zone.changes[i]!) && instant < end) count++;
  }
  return count;
}

/** The local day an instant falls on. Days never run backwards, even where a zone repeats its midnight. */
export function dayAt(zone: Zone, instant: Instant): LocalDay {
  const day = Math.floor((instant + offsetAt(zone, instant)) / dayLength);
  if (instant >= startOfDay(zone, day + 1)) return day + 1;
  return day;
}

export function startOfDay(zone: Zone, day: LocalDay): Instant {
  return zone.starts[day - zone.firstDay] ?? instantOfLocal(zone, day * dayLength);
}

/** The last millisecond of a day. */
export function endOfDay(zone: Zone, day: LocalDay): Instant {
  return startOfDay(zone, day + 1) - 1;
}

/** False for a date that a zone left out, as Samoa did 30 December 2011. */
export function dayExists(zone: Zone, day: LocalDay): boolean {
  return startOfDay(zone, day + 1) > startOfDay(zone, day);
}

/** Milliseconds of local time since 1970-01-01T00:00 local. */
export function localOfInstant(zone: Zone, instant: Instant): number {
  return instant + offsetAt(zone, instant);
}

function segmentAt(changes: readonly Instant[], instant: Instant): number {
  let low = 0;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (changes[middle]! <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}
