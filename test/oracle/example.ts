import type { BenchmarkCase, CalendarLine, Case, EventName, Fields, LogEntry, RungCase } from './case.ts';
import { dayAt, dayOf, instantOf } from './localTime.ts';

/** A case in few words: hours of an office in a zone, what the benchmark says, and a log in local time. */
export interface Example {
  zone?: string;
  /** Monday to Friday, nine to five, if not said. */
  hours?: CalendarLine[];
  cutOff?: { at: number; countsFrom?: number };
  benchmark: Pick<BenchmarkCase, 'rows'> & Partial<BenchmarkCase>;
  rungs?: RungCase[];
  fields?: Partial<Fields>;
  log: [at: string, what: EventName | Partial<Fields>][];
  asOf?: string;
}

const usual: CalendarLine[] = [{ line: 'weekly', days: [0, 1, 2, 3, 4], spans: [{ from: 540, to: 1020 }] }];

/** The whole case; it begins with an event of its own an hour before the log. */
export function example({ zone = 'Europe/Berlin', hours = usual, ...given }: Example): Case {
  const log = given.log.map(([at, what]): LogEntry => {
    const instant = localInstant(zone, at);
    return typeof what === 'string' ? { at: instant, is: what } : { at: instant, set: what };
  });
  const first = log[0]!.at - 3_600_000;
  return {
    zone,
    firstDay: dayAt(zone, first) - 6,
    lastDay: dayAt(zone, log[log.length - 1]!.at) + 100,
    calendars: [{ id: 'office', zone, lines: hours, ...(given.cutOff && { cutOff: given.cutOff }) }],
    counts: 'office',
    benchmark: {
      each: false,
      applies: false,
      counts: [],
      pauses: [],
      cancels: false,
      retargets: true,
      ...given.benchmark,
    },
    rungs: given.rungs ?? [],
    fields: { kind: 'a', live: true, ...given.fields },
    log: [{ at: first, is: 'received' }, ...log],
    asOf: given.asOf === undefined ? log[log.length - 1]!.at : localInstant(zone, given.asOf),
  };
}

/** The instant of `2026-03-02 10:00`, or of `2026-03-02 10:00:30.500`. */
export function localInstant(zone: string, text: string): number {
  const [date, time] = text.split(' ') as [string, string];
  const [hours, minutes, seconds] = time.split(':').map(Number) as [number, number, number | undefined];
  return instantOf(zone, dayOf(date), hours * 60 + minutes) + Math.round((seconds ?? 0) * 1000);
}
