import type { DurationLiteral } from '../../../grammar/ast.ts';
import { parseDate, weekdayOf } from '../../engine/time/localDate.ts';
import { amountOf, type Measure, measureOf } from '../../model/units.ts';
import type { AnyNode } from '../spot.ts';
import { weekdayNames } from './weekdayNames.ts';

/** What a date or a duration means: its weekday, or how it is counted. */
export function aboutLiteral(node: AnyNode): string | undefined {
  switch (node.kind) {
    case 'date':
      return aboutDate((node as AnyNode & { value: string }).value);
    case 'instant':
      return aboutDate((node as AnyNode & { value: string }).value.slice(0, 10));
    case 'date-time':
      return aboutDate((node as AnyNode & { date: string }).date);
    case 'duration':
      return aboutDuration(node as DurationLiteral);
    default:
      return undefined;
  }
}

function aboutDate(text: string): string | undefined {
  const day = parseDate(text);
  return day === undefined ? undefined : `${weekdayNames[weekdayOf(day)]}, ${text}.`;
}

function aboutDuration(duration: DurationLiteral): string | undefined {
  const measure = measureOf(duration);
  const amount = amountOf(duration);
  return measure && amount !== undefined ? explanations[measure](amount) : undefined;
}

const explanations: Record<Measure, (amount: number) => string> = {
  elapsed: (ms) =>
    `**${clockTime(ms)} of elapsed time**, by day and night; a change of the clocks makes no difference.`,
  open: (ms) => `**${clockTime(ms)} of open time**: it counts only while the calendar is open.`,
  days: (days) =>
    `**${counted(days, 'day')}**: the day on which the clock starts is day 0, and the deadline is the last millisecond of day ${days}.`,
  'business-days': (days) =>
    `**${counted(days, 'business day')}**: days on which the calendar opens. The day on which the clock starts is day 0, and the deadline is the last millisecond of the ${ordinal(days)} business day after it.`,
  months: (months) =>
    `**${counted(months, 'month')}**: to the same day of the month, or the month’s last day; the deadline is the end of it.`,
};

function clockTime(ms: number): string {
  const minutes = ms / 60_000;
  if (!Number.isInteger(minutes)) return counted(ms / 1000, 'second');
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours && counted(hours, 'hour'), (rest || hours === 0) && counted(rest, 'minute')]
    .filter(Boolean)
    .join(' ');
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function ordinal(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
