import { civilOfDay, dayLength, type LocalDay, weekdayOf } from '../time/localDate.ts';
import { type Instant, localOfInstant, type Zone } from '../time/zone.ts';

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu 24 Dec 2026` */
export function dayWords(day: LocalDay): string {
  const { year, month, day: number } = civilOfDay(day);
  return `${weekdayNames[weekdayOf(day)]} ${number} ${monthNames[month - 1]} ${year}`;
}

/** `Thu 24 Dec 2026 16:59`, or `the end of Thu 24 Dec 2026` for its last millisecond. */
export function instantWords(zone: Zone, instant: Instant): string {
  const local = localOfInstant(zone, instant);
  const day = Math.floor(local / dayLength);
  const time = local - day * dayLength;
  if (time === dayLength - 1) return `the end of ${dayWords(day)}`;
  return `${dayWords(day)} ${timeWords(time)}`;
}

/** `16:59`, with seconds and milliseconds only where there are any. */
export function timeWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const rest = ms % 60_000;
  const text = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  if (rest === 0) return text;
  const seconds = `${text}:${two(Math.floor(rest / 1000))}`;
  return rest % 1000 === 0 ? seconds : `${seconds}.${String(rest % 1000).padStart(3, '0')}`;
}

/** `8 hours 30 minutes`; exact, down to the millisecond. */
export function spanWords(ms: number): string {
  const parts: [number, string][] = [
    [Math.floor(ms / 3_600_000), 'hour'],
    [Math.floor(ms / 60_000) % 60, 'minute'],
    [Math.floor(ms / 1000) % 60, 'second'],
    [ms % 1000, 'millisecond'],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => plural(count, unit));
  return words.length > 0 ? words.join(' ') : '0 minutes';
}

export function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
