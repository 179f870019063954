import { dayLength, dayOfCivil, daysInMonth, formatDate } from './localDate.ts';
import { type Instant, instantOfLocal, occurrencesOfLocal, offsetAt, type Zone } from './zone.ts';

export type ParsedInstant =
  | {
      ok: true;
      at: Instant /** A local time without offset that the zone skips or repeats. */;
      doubtful?: 'skipped' | 'repeated';
    }
  | { ok: false };

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * An ISO 8601 instant. Without an offset it is local to `zone`, and without both it is none; digits below the millisecond
 * are cut. A doubtful local time is taken as calendars take it: a skipped one moves later, a repeated one is its first
 * occurrence.
 */
export function parseInstant(text: string, zone?: Zone): ParsedInstant {
  const match = pattern.exec(text);
  if (!match) return { ok: false };
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = match[6] === undefined ? 0 : Number(match[6]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { ok: false };
  if (hour > 23 || minute > 59 || second > 59) return { ok: false };
  const fraction = match[7] === undefined ? 0 : Number(match[7].slice(0, 3).padEnd(3, '0'));
  const local =
    dayOfCivil(year, month, day) * dayLength + hour * 3_600_000 + minute * 60_000 + second * 1000 + fraction;
  const offset = match[8];
  if (offset === 'Z') return { ok: true, at: local };
  if (offset !== undefined) {
    const hours = Number(offset.slice(1, 3));
    const minutes = Number(offset.slice(-2));
    if (hours > 18 || minutes > 59) return { ok: false };
    const sign = offset[0] === '-' ? -1 : 1;
    return { ok: true, at: local - sign * (hours * 3_600_000 + minutes * 60_000) };
  }
  if (!zone) return { ok: false };
  const at = instantOfLocal(zone, local);
  const occurrences = occurrencesOfLocal(zone, local);
  if (occurrences === 0) return { ok: true, at, doubtful: 'skipped' };
  if (occurrences > 1) return { ok: true, at, doubtful: 'repeated' };
  return { ok: true, at };
}

/** `2026-12-24T16:59:00.000+11:00`, in the zone's offset at that instant. */
export function formatInstant(zone: Zone, instant: Instant): string {
  const offset = offsetAt(zone, instant);
  const local = instant + offset;
  const day = Math.floor(local / dayLength);
  return `${formatDate(day)}T${formatTime(local - day * dayLength)}${formatOffset(offset)}`;
}

function formatTime(ms: number): string {
  const hour = Math.floor(ms / 3_600_000);
  const minute = Math.floor(ms / 60_000) % 60;
  const second = Math.floor(ms / 1000) % 60;
  return `${two(hour)}:${two(minute)}:${two(second)}.${String(ms % 1000).padStart(3, '0')}`;
}

const offsetTexts = new Map<number, string>();

function formatOffset(offset: number): string {
  let text = offsetTexts.get(offset);
  if (text === undefined) {
    const minutes = Math.round(Math.abs(offset) / 60_000);
    text = `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    offsetTexts.set(offset, text);
  }
  return text;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
