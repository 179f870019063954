import { dayLength, dayOfCivil, daysInMonth, formatDate } from './localDate.ts';
import { type Instant, instantOfLocal, occurrencesOfLocal, offsetAt, type Zone } from './zone.ts';

export type ParsedInstant =
  | {
      ok: true;
      at: Instant /** A local time without offset that the zone skips or repeats. */;
      doubtful?: 'skipped' | 'repeated';
    }
  | { ok: false };

const none: ParsedInstant = { ok: false };

/**
 * An ISO 8601 instant. Without an offset it is local to `zone`, and without both it is none; digits below the millisecond
 * are cut. A doubtful local time is taken as calendars take it: a skipped one moves later, a repeated one is its first
 * occurrence. It is read character by character: every event of every ticket comes by here.
 */
export function parseInstant(text: string, zone?: Zone): ParsedInstant {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  // One of them is negative where its digits are missing.
  if ((year | month | day | hour | minute) < 0) return none;
  if (!isAt(text, 4, '-') || !isAt(text, 7, '-') || !(isAt(text, 10, 'T') || isAt(text, 10, ' ')))
    return none;
  if (!isAt(text, 13, ':')) return none;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return none;
  if (hour > 23 || minute > 59) return none;
  let ms = 0;
  let end = 16;
  if (isAt(text, end, ':')) {
    const second = digits(text, 17, 2);
    if (second < 0 || second > 59) return none;
    ms = second * 1000;
    end = 19;
    if (isAt(text, end, '.')) {
      const first = end + 1;
      for (end = first; isDigit(text, end); end++);
      if (end === first || end > first + 9) return none;
      ms += fraction(text, first, end);
    }
  }
  const local = dayOfCivil(year, month, day) * dayLength + hour * 3_600_000 + minute * 60_000 + ms;
  if (end === text.length) return zone ? localInstant(zone, local) : none;
  const offset = offsetIn(text, end);
  return offset === undefined ? none : { ok: true, at: local - offset };
}

function localInstant(zone: Zone, local: number): ParsedInstant {
  const at = instantOfLocal(zone, local);
  const occurrences = occurrencesOfLocal(zone, local);
  if (occurrences === 0) return { ok: true, at, doubtful: 'skipped' };
  if (occurrences > 1) return { ok: true, at, doubtful: 'repeated' };
  return { ok: true, at };
}

/** `Z`, `+11:00` or `+1100` up to the end of the text, in milliseconds; undefined where it is none. */
function offsetIn(text: string, from: number): number | undefined {
  if (isAt(text, from, 'Z')) return text.length === from + 1 ? 0 : undefined;
  const sign = isAt(text, from, '+') ? 1 : isAt(text, from, '-') ? -1 : 0;
  const minutesFrom = from + (isAt(text, from + 3, ':') ? 4 : 3);
  const hours = digits(text, from + 1, 2);
  const minutes = digits(text, minutesFrom, 2);
  if (sign === 0 || text.length !== minutesFrom + 2) return undefined;
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return undefined;
  return sign * (hours * 3_600_000 + minutes * 60_000);
}

/** So many digits as a number; negative where there are fewer. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    if (!isDigit(text, i)) return -1;
    value = value * 10 + text.charCodeAt(i) - 48;
  }
  return value;
}

/** Milliseconds of the digits behind the point. */
function fraction(text: string, from: number, end: number): number {
  let value = 0;
  for (let i = from; i < from + 3; i++) value = value * 10 + (i < end ? text.charCodeAt(i) - 48 : 0);
  return value;
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

function isAt(text: string, index: number, character: string): boolean {
  return text.charCodeAt(index) === character.charCodeAt(0);
}

/**
 * The texts written last. The same instants are written again and again: a ticket's events once for every benchmark,
 * the ends of days for one ticket after another.
 */
const slots = 4096;
const written = {
  instants: new Float64Array(slots).fill(Number.NaN),
  offsets: new Int32Array(slots),
  texts: new Array<string>(slots).fill(''),
};

/** `2026-12-24T16:59:00.000+11:00`, in the zone's offset at that instant. */
export function formatInstant(zone: Zone, instant: Instant): string {
  const offset = offsetAt(zone, instant);
  const { instants, offsets, texts } = written;
  // Minutes are spread by the golden ratio, as Knuth does.
  const slot = Math.imul(Math.floor(instant / 60_000), 0x9e3779b1) >>> 20;
  if (instants[slot] !== instant || offsets[slot] !== offset) {
    instants[slot] = instant;
    offsets[slot] = offset;
    texts[slot] = writeInstant(instant + offset, offset);
  }
  return texts[slot]!;
}

function writeInstant(local: number, offset: number): string {
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
