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
  const holidays = new Map(
    lines.flatMap((line) => (line.line === 'holidays' ? [[line.region, closedOn(line.region)]] : [])),
  );
  const rules = new Map<number, DayRules>();
  for (let day = firstDay - 1; day <= lastDay + 1; day++) rules.set(day, rulesOf(lines, zone, day, holidays));
  const origin = instantOf(zone, firstDay, 0);
  const open = new Uint8Array((instantOf(zone, lastDay + 2, 0) - origin) / minute);
  const days = new Map<number, [number, number][]>();
  for (let day = firstDay; day <= lastDay; day++) {
    // What is closed for a part of a day is closed also to hours that run on from the day before.
    const closed = [day - 1, day, day + 1].flatMap((on) => instantsOf(zone, on, rules.get(on)!.closed));
    const spans = closed.reduce(without, instantsOf(zone, day, rules.get(day)!.open));
    days.set(day, spans);
    for (const [from, to] of spans)
      open.fill(1, Math.max(0, (from - origin) / minute), (to - origin) / minute);
  }
  return { ...calendar, firstDay, origin, open, of: (day) => days.get(day) ?? [] };

  function closedOn(region: string): Set<number> {
    return new Set(holidaysOf(region, yearOf(firstDay), yearOf(lastDay)).map(([on]) => on));
  }
}

/** A day's hours, and the parts of it that are closed. */
interface DayRules {
  open: DaySpan[];
  closed: DaySpan[];
}

/** What the lines say of a day: the week first, then what has a date, the last line winning. */
function rulesOf(
  lines: CalendarLine[],
  zone: string,
  day: number,
  holidays: Map<string, Set<number>>,
): DayRules {
  if (!dayExists(zone, day)) return { open: [], closed: [] };
  let rules: DayRules = { open: weeklySpans(lines, day), closed: [] };
  for (const line of lines) {
    if (line.line === 'open' && line.day === day) rules = { open: line.spans, closed: [] };
    if (line.line === 'part' && line.day === day) rules.closed.push(line.span);
    if (closesDay(line, day, holidays)) rules.open = [];
  }
  return rules;
}

function instantsOf(zone: string, day: number, spans: DaySpan[]): [number, number][] {
  return spans
    .map(({ from, to }): [number, number] => [
      instantOf(zone, day, from),
      instantOf(zone, to > from ? day : day + 1, to),
    ])
    .filter(([from, to]) => from < to);
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
