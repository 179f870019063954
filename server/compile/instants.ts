import type { DateLiteral, DateTimeLiteral, InstantLiteral } from '../../grammar/ast.ts';
import { parseInstant } from '../engine/time/iso.ts';
import { dayLength, type LocalDay, parseDate } from '../engine/time/localDate.ts';
import { type Instant, instantOfLocal, occurrencesOfLocal, type Zone } from '../engine/time/zone.ts';
import { zoneDef } from './zones.ts';

/**
 * The instant of a literal; a date is its first millisecond. A local time that the zone skips moves later by the length
 * of the gap, one that it repeats is its first occurrence. Undefined for a date that is none or a zone that is unknown.
 */
export function instantOf(
  literal: DateTimeLiteral | InstantLiteral | DateLiteral,
  zoneName: string,
): Instant | undefined {
  if (literal.kind === 'instant') {
    const parsed = parseInstant(literal.value, unusedZone);
    return parsed.ok ? parsed.at : undefined;
  }
  const local =
    literal.kind === 'date' ? localOf(literal.value, '00:00') : localOf(literal.date, literal.time);
  const zone = local === undefined ? undefined : zoneAround(zoneName, Math.floor(local / dayLength));
  return zone && instantOfLocal(zone, local!);
}

/** Whether daylight saving skips a local time of a zone or repeats it; undefined where it does neither. */
export function doubtOf(date: string, time: string, zoneName: string): 'skipped' | 'repeated' | undefined {
  const local = localOf(date, time);
  const zone = local === undefined ? undefined : zoneAround(zoneName, Math.floor(local / dayLength));
  if (!zone) return undefined;
  const occurrences = occurrencesOfLocal(zone, local!);
  return occurrences === 0 ? 'skipped' : occurrences > 1 ? 'repeated' : undefined;
}

/** A time of day, `16:59` or `16:59:30.5`, in milliseconds since midnight. */
export function timeOf(text: string): number {
  const [hours, minutes, seconds] = text.split(':').map(Number);
  return Math.round(hours! * 3_600_000 + (minutes ?? 0) * 60_000 + (seconds ?? 0) * 1000);
}

/** Milliseconds of local time since 1970-01-01T00:00 local; undefined for a date that is none. */
export function localOf(date: string, time: string): number | undefined {
  const day = parseDate(date);
  return day === undefined ? undefined : day * dayLength + timeOf(time);
}

/** Enough of a zone to place the local times of one day. */
export function zoneAround(name: string, day: LocalDay): Zone | undefined {
  const def = zoneDef(name, day - 1, day + 1);
  return (
    def && {
      name,
      changes: def.offsets.map(([at]) => at),
      offsets: def.offsets.map(([, offset]) => offset),
      firstDay: day,
      starts: new Float64Array(),
    }
  );
}

/** An instant with an offset needs no zone. */
const unusedZone: Zone = { name: 'UTC', changes: [0], offsets: [0], firstDay: 0, starts: new Float64Array() };
