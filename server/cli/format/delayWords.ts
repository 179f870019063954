import { plural, spanWords } from '../../engine/simulation/words.ts';

const minute = 60_000;
const day = 1440 * minute;

/**
 * How much later, for people: `4 hours 30 minutes`, and from two days of 24 hours on `5 days 2 hours`. To the minute,
 * because the last millisecond of a day is its end; the instants stand beside it.
 */
export function delayWords(ms: number): string {
  const rounded = ms < minute ? ms : Math.round(ms / minute) * minute;
  if (rounded < 2 * day) return spanWords(rounded);
  const rest = rounded % day;
  return `${plural(Math.floor(rounded / day), 'day')}${rest === 0 ? '' : ` ${spanWords(rest)}`}`;
}
