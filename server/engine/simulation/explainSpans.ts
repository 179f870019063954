import { isBusinessDay } from '../calendar/calendar.ts';
import type { Count } from '../clock/clockStart.ts';
import type { Reason } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import { formatDate } from '../time/localDate.ts';
import { dayAt, type Instant } from '../time/zone.ts';
import type { Explaining } from './explain.ts';
import { closedReason } from './explainDays.ts';
import { dayWords, instantWords, spanWords } from './words.ts';

const mostReasons = 500;

interface Span {
  from: Instant;
  to: Instant;
}

/** The spans a clock of time counted; for open time also each closed day between them, with its reason. */
export function spanReasons(explaining: Explaining, count: Count): Reason[] {
  const { engine, clock, until } = explaining;
  const open = count.measure === 'open';
  const start = open ? clock.start.openFrom : clock.start.at;
  const reasons: Reason[] = [];
  let counted = 0;
  let previous: Instant | undefined;
  for (const span of countedSpans(explaining, open, start, until)) {
    if (reasons.length >= mostReasons) {
      reasons.push({ why: 'skipped', text: 'And so on; the list is cut here.' });
      return reasons;
    }
    if (open) reasons.push(...closedDays(explaining, previous ?? start, span.from));
    counted += span.to - span.from;
    reasons.push({
      why: 'counted',
      text: `${instantWords(engine.zone, span.from)} to ${instantWords(engine.zone, span.to)}: ${spanWords(span.to - span.from)}, ${spanWords(counted)} of ${spanWords(count.amount)}.`,
      from: formatInstant(engine.zone, span.from),
      to: formatInstant(engine.zone, span.to),
      ms: span.to - span.from,
    });
    previous = span.to;
  }
  return reasons;
}

/** What counts between two instants: open spans, or all of it, less the gaps. */
function* countedSpans(
  { clock, run }: Explaining,
  open: boolean,
  from: Instant,
  to: Instant,
): Generator<Span> {
  const gaps = run.gaps;
  for (const span of open ? openSpans(clock.counting.calendar, from, to) : [{ from, to }]) {
    let at = span.from;
    for (const gap of gaps) {
      const end = gap.end ?? Number.POSITIVE_INFINITY;
      if (end <= at || gap.begin >= span.to) continue;
      if (gap.begin > at) yield { from: at, to: gap.begin };
      at = Math.max(at, end);
    }
    if (at < span.to) yield { from: at, to: span.to };
  }
}

function* openSpans(
  calendar: Explaining['clock']['counting']['calendar'],
  from: Instant,
  to: Instant,
): Generator<Span> {
  if (!calendar) return;
  const { opens, closes } = calendar;
  let low = 0;
  let high = closes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (closes[middle]! <= from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < opens.length && opens[i]! < to; i++) {
    yield { from: Math.max(from, opens[i]!), to: Math.min(to, closes[i]!) };
  }
}

/** The closed days that begin after `from` and end before `to`. */
function closedDays({ clock }: Explaining, from: Instant, to: Instant): Reason[] {
  const { calendar, zone } = clock.counting;
  if (!calendar) return [];
  const reasons: Reason[] = [];
  const last = dayAt(zone, to);
  for (let day = dayAt(zone, from) + 1; day < last && reasons.length < mostReasons; day++) {
    if (isBusinessDay(calendar, day)) continue;
    const why = closedReason(calendar.hours.of(day).reason, day);
    reasons.push({ why: 'skipped', text: `${dayWords(day)} not counted: ${why}.`, day: formatDate(day) });
  }
  return reasons;
}
