import { IANAZone } from 'luxon';

const minute = 60_000;
const day = 86_400_000;
const hour = 3_600_000;

interface KnownZone {
  zone: IANAZone;
  /** By day in UTC, where the whole day has one; not a number where local time jumps on it. */
  offsets: Map<number, number>;
}

const zones = new Map<string, KnownZone>();

/** Milliseconds that local time is ahead of UTC at an instant. */
export function offsetAt(zoneName: string, instant: number): number {
  let known = zones.get(zoneName);
  if (!known) {
    known = { zone: IANAZone.create(zoneName), offsets: new Map() };
    zones.set(zoneName, known);
  }
  const key = Math.floor(instant / day);
  let offset = known.offsets.get(key);
  if (offset === undefined) {
    const first = exactOffset(known, key * day);
    offset = exactOffset(known, (key + 1) * day) === first ? first : Number.NaN;
    known.offsets.set(key, offset);
  }
  return Number.isNaN(offset) ? exactOffset(known, instant) : offset;
}

function exactOffset({ zone }: KnownZone, instant: number): number {
  return Math.round(zone.offset(instant) * minute);
}

/** The local day of an instant. A day that begins twice, since clocks go back over midnight, begins the first time. */
export function dayAt(zone: string, instant: number): number {
  const shown = Math.floor((instant + offsetAt(zone, instant)) / day);
  return startOfDay(zone, shown + 1) <= instant ? shown + 1 : shown;
}

/** The instant of a local time: one that is skipped moves later by what is skipped, of a repeated one the first. */
export function instantOf(zone: string, onDay: number, minutes: number): number {
  const local = onDay * day + minutes * minute;
  const earlier = offsetAt(zone, local - 26 * hour);
  const later = offsetAt(zone, local + 26 * hour);
  const possible = [local - earlier, local - later].filter((at) => at + offsetAt(zone, at) === local);
  return possible.length > 0 ? Math.min(...possible) : local - earlier;
}

/** Whether a local day exists at all: Apia had no 30 December 2011. */
export function dayExists(zone: string, onDay: number): boolean {
  return dayAt(zone, instantOf(zone, onDay, 0)) === onDay;
}

/** The first millisecond of a local day. */
export function startOfDay(zone: string, onDay: number): number {
  return instantOf(zone, onDay, 0);
}

/** The last millisecond of a local day. */
export function endOfDay(zone: string, onDay: number): number {
  return instantOf(zone, onDay + 1, 0) - 1;
}

/** 0 for Monday. */
export function weekdayOf(onDay: number): number {
  return (((onDay + 3) % 7) + 7) % 7;
}

/** `2026-12-24`. */
export function isoDay(onDay: number): string {
  return new Date(onDay * day).toISOString().slice(0, 10);
}

/** The day of `2026-12-24`. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / day;
}
