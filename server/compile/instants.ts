import type { DateLiteral, DateTimeLiteral, InstantLiteral } from '../../grammar/ast.ts';
import type { ZoneDef } from '../engine/policy.ts';
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

/** The first and the last instant of a local date in a zone; undefined where one of the two is unknown. */
export function instantsOfDate(
  date: string,
  zoneName: string,
): { from: Instant; until: Instant } | undefined {
  const day = parseDate(date);
  const zone = day === undefined ? undefined : zoneAround(zoneName, day);
  if (day === undefined || !zone) return undefined;
  const next = instantOfLocal(zone, (day + 1) * dayLength);
  return { from: instantOfLocal(zone, day * dayLength), until: next - 1 };
}

/** A zone that knows its offsets; the first instants of its days are left out. */
export function zoneOfDef({ name, offsets }: ZoneDef): Zone {
  return {
    name,
    changes: offsets.map(([at]) => at),
    offsets: offsets.map(([, offset]) => offset),
    firstDay: 0,
    starts: new Float64Array(),
  };
}

/** Enough of a zone to place the local times of one day. */
function zoneAround(name: string, day: LocalDay): Zone | undefined {
  const def = zoneDef(name, day - 1, day + 1);
  return def && zoneOfDef(def);
}

/** An instant with an offset needs no zone. */
const unusedZone = zoneOfDef({ name: 'UTC', offsets: [[0, 0]] });
