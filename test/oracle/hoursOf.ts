import type { CalendarCase, CalendarLine, DaySpan } from './case.ts';
import { holidaysOf } from './holidays.ts';
import { dayExists, instantOf, isoDay, weekdayOf } from './localTime.ts';

const minute = 60_000;

/** A calendar written out: for every day its hours, and for every minute whether it is open. */
export interface Hours {
  zone: string;
  cutOff?: { at: number; countsFrom?: number };
  firstDay: number;
  /** The instant of the first minute in `open`. */
  origin: number;
  open: Uint8Array;
  /** What opens on a day, as spans of instants; none on a closed day. */
  of: (day: number) => [from: number, to: number][];
}

/** Writes a calendar out, day by day and minute by minute. */
export function hoursOf(calendar: CalendarCase, firstDay: number, lastDay: number): Hours {
  const { zone, lines } = calendar;
  const days = new Map<number, [number, number][]>();
  const origin = instantOf(zone, firstDay, 0);
  const open = new Uint8Array((instantOf(zone, lastDay + 2, 0) - origin) / minute);
  const holidays = new Map(
    lines.flatMap((line) =>
      line.line === 'holidays'
        ? [
            [
              line.region,
              new Set(holidaysOf(line.region, yearOf(firstDay), yearOf(lastDay)).map(([on]) => on)),
            ],
          ]
        : [],
    ),
  );
  for (let day = firstDay; day <= lastDay; day++) {
    let spans: [number, number][] = [];
    const instants = ({ from, to }: DaySpan): [number, number] => [
      instantOf(zone, day, from),
      to > from ? instantOf(zone, day, to) : instantOf(zone, day + 1, to),
    ];
    if (dayExists(zone, day)) {
      spans = weeklySpans(lines, day).map(instants);
      for (const line of lines) {
        if (line.line === 'open' && line.day === day) spans = line.spans.map(instants);
        if (line.line === 'part' && line.day === day) spans = without(spans, instants(line.span));
        if (closesDay(line, day, holidays)) spans = [];
      }
    }
    days.set(
      day,
      spans.filter(([from, to]) => from < to),
    );
  }
  for (const spans of days.values()) for (const [from, to] of spans) mark(from, to, 1);
  // What is closed for part of a day is closed to the hours of the evening before as well.
  for (const line of lines) {
    if (line.line !== 'part' || line.day <= firstDay) continue;
    const before = days.get(line.day - 1)!;
    const part: [number, number] = [
      instantOf(zone, line.day, line.span.from),
      instantOf(zone, line.day, line.span.to),
    ];
    for (const [from, to] of before) mark(Math.max(from, part[0]), Math.min(to, part[1]), 0);
    days.set(line.day - 1, without(before, part));
    for (const [from, to] of days.get(line.day)!) mark(from, to, 1);
  }
  return { ...calendar, firstDay, origin, open, of: (day) => days.get(day) ?? [] };

  function mark(from: number, to: number, value: number): void {
    for (let at = Math.max(0, (from - origin) / minute); at < (to - origin) / minute; at++) open[at] = value;
  }
}

function weeklySpans(lines: CalendarLine[], day: number): DaySpan[] {
  let spans: DaySpan[] = [];
  for (const line of lines) {
    if (line.line === 'weekly' && line.days.includes(weekdayOf(day))) spans = line.spans;
  }
  return spans;
}

function closesDay(line: CalendarLine, day: number, holidays: Map<string, Set<number>>): boolean {
  switch (line.line) {
    case 'holidays':
      return holidays.get(line.region)!.has(day);
    case 'yearly':
      return isoDay(day).endsWith(`-${two(line.month)}-${two(line.day)}`);
    case 'closed':
      return line.from <= day && day <= line.until;
    default:
      return false;
  }
}

function without(spans: [number, number][], [from, to]: [number, number]): [number, number][] {
  if (from >= to) return spans;
  return spans
    .flatMap(([begin, end]): [number, number][] => [
      [begin, Math.min(end, from)],
      [Math.max(begin, to), end],
    ])
    .filter(([begin, end]) => begin < end);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}
