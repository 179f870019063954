import { after } from '../clock/offset.ts';
import type { ReportDef } from '../policy/quality.ts';
import type { Engine } from '../simulation/engine.ts';
import { firstDayOfWindow, lastDayOfWindow } from '../simulation/windows.ts';
import { formatInstant } from '../time/iso.ts';
import { formatDate, type LocalDay, parseDate } from '../time/localDate.ts';
import { dayAt, endOfDay, type Instant } from '../time/zone.ts';
import type { DayTally } from './tally.ts';

export interface ReportSummary {
  report: string;
  to: string;
  /** Its first day and its last. */
  window: string;
  until: string;
  due: string;
  /** `running` until the window is over, then `owed`, and `past due` once it should have been given. */
  status: 'running' | 'owed' | 'past due';
  /** What it must hold: the tickets that began in the window, and the verdicts that fell in it. */
  tickets: number;
  benchmarks: { id: string; met: number; breached: number }[];
}

/** By report in the policy's order, then by window: from the first one in which something was counted to that of `asOf`. */
export function reportSummaries(
  engine: Engine,
  days: Readonly<Record<string, DayTally>>,
  asOf: Instant | null,
): ReportSummary[] {
  const counted = Object.keys(days)
    .sort()
    .map((text) => ({ day: parseDate(text)!, counts: days[text]! }));
  if (counted.length === 0 || asOf === null) return [];
  return engine.policy.reports.flatMap((report) => {
    const windows: ReportSummary[] = [];
    const end = dayAt(engine.zone, asOf);
    let next = 0;
    for (
      let first = firstDayOfWindow(report.window, counted[0]!.day);
      first <= end;
      first = lastDayOfWindow(report.window, first) + 1
    ) {
      const last = lastDayOfWindow(report.window, first);
      const within: DayTally[] = [];
      for (; next < counted.length && counted[next]!.day <= last; next++) within.push(counted[next]!.counts);
      windows.push(reportSummary(engine, report, first, last, within, asOf));
    }
    return windows;
  });
}

function reportSummary(
  engine: Engine,
  report: ReportDef,
  first: LocalDay,
  last: LocalDay,
  days: readonly DayTally[],
  asOf: Instant,
): ReportSummary {
  const over = endOfDay(engine.zone, last);
  const due = after(engine.counting(report.calendar), over, report.within);
  return {
    report: report.id,
    to: report.to,
    window: formatDate(first),
    until: formatDate(last),
    due: formatInstant(engine.zone, due),
    status: asOf <= over ? 'running' : asOf <= due ? 'owed' : 'past due',
    tickets: days.reduce((sum, { began }) => sum + began, 0),
    benchmarks: engine.policy.benchmarks.map(({ id }) => {
      const verdicts = days.map((day) => (Object.hasOwn(day.verdicts, id) ? day.verdicts[id]! : [0, 0]));
      const sum = (which: 0 | 1) => verdicts.reduce((total, counts) => total + counts[which]!, 0);
      return { id, met: sum(0), breached: sum(1) };
    }),
  };
}
