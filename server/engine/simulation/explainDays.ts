import { instantOfDay, isBusinessDay } from '../calendar/calendar.ts';
import type { Count } from '../clock/clockStart.ts';
import type { Gap } from '../clock/gaps.ts';
import type { Reason } from '../outcome.ts';
import { formatDate, type LocalDay, weekdayOf } from '../time/localDate.ts';
import { dayAt, dayExists } from '../time/zone.ts';
import type { Explaining } from './explain.ts';
import { dayWords, plural } from './words.ts';

/** An explanation lists so many days at most; a longer one says that it goes on. */
const mostReasons = 500;

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The days a clock counted, in spans, and each day it did not count, with the reason. */
export function dayReasons(explaining: Explaining, count: Count): Reason[] {
  const { clock, run, until } = explaining;
  const { zone, calendar } = clock.counting;
  const business = count.measure === 'business-days';
  const by = clock.deadline.by;
  const gaps = run.gaps;
  const reasons: Reason[] = [];
  let counted = 0;
  let span: { first: LocalDay; last: LocalDay; days: number } | undefined;
  const endSpan = () => {
    if (!span) return;
    counted += span.days;
    const days =
      span.first === span.last ? dayWords(span.first) : `${dayWords(span.first)} to ${dayWords(span.last)}`;
    reasons.push({
      why: 'counted',
      text: `${days}: ${plural(span.days, 'day')}, ${counted} of ${count.amount}.`,
      from: formatDate(span.first),
      to: formatDate(span.last),
      days: span.days,
    });
    span = undefined;
  };
  const last = dayAt(zone, until);
  const start = business ? clock.start.businessDay : clock.start.day;
  for (let day = start + 1; day <= last; day++) {
    if (reasons.length >= mostReasons) {
      reasons.push({ why: 'skipped', text: 'And so on; the list is cut here.' });
      return reasons;
    }
    const at = instantOfDay(zone, calendar, day, by);
    if (at > until) break;
    const why = whyNot(explaining, day, business, at, gaps);
    if (why === undefined) {
      if (span) span = { ...span, last: day, days: span.days + 1 };
      else span = { first: day, last: day, days: 1 };
      continue;
    }
    endSpan();
    reasons.push({ why: 'skipped', text: `${dayWords(day)} not counted: ${why}.`, day: formatDate(day) });
  }
  endSpan();
  return reasons;
}

/** Why a day was not counted; undefined where it was. */
function whyNot(
  { clock }: Explaining,
  day: LocalDay,
  business: boolean,
  at: number,
  gaps: readonly Gap[],
): string | undefined {
  const { zone, calendar } = clock.counting;
  if (!dayExists(zone, day)) return 'a date that did not exist here';
  if (business && calendar && !isBusinessDay(calendar, day))
    return closedReason(calendar.hours.of(day).reason, day);
  const gap = gaps.find(({ begin, end }) => begin <= at && (end === null || at < end));
  return gap ? 'the clock was paused when it ended' : undefined;
}

export function closedReason(reason: string | undefined, day: LocalDay): string {
  return reason || (weekdayOf(day) > 4 ? (weekdayNames[weekdayOf(day)] ?? 'closed') : 'closed');
}
