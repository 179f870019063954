import type {
  By,
  Case,
  Count,
  Fields,
  LogEntry,
  PauseCase,
  RowCase,
  RungCase,
  RunResult,
  StateName,
  TargetCase,
} from './case.ts';
import { effectivePauses, type PausedBefore, pausedBefore } from './effectivePauses.ts';
import { type Hours, hoursOf } from './hoursOf.ts';
import { dayAt, dayExists, dayOf, endOfDay, instantOf, isoDay } from './localTime.ts';
import {
  before,
  beginningOf,
  type Clock,
  countedAt,
  countedUntil,
  countsDays,
  dayReaching,
  goingAt,
  opensOn,
  reaches,
  rolled,
  type Span,
} from './walk.ts';

const never = Number.POSITIVE_INFINITY;

/** One run of the benchmark's clock, as the ticket's log has left it. */
interface Run {
  number: number;
  start: number;
  /** Whether `applies when` holds. */
  applies: boolean;
  /** When it ceased to apply, which cancelled it. */
  ceased?: number;
  /** The fields as its clock knows them: what changes while it does not go is not its business. */
  fields: Fields;
  /** The row and the calendar chosen; -1 where no row fits. */
  row: number;
  calendar?: string;
  /** By pause clause: what it was before the last change of row. */
  past?: PausedBefore[];
  stopped?: number;
  cancelled?: number;
  breachedAt?: number;
  /** The due instant of its breach. */
  missed?: number;
  /** Between a stop and the reopening that superseded it. */
  gaps: Span[];
  fired: Map<string, [at: number, rung: number, occurrence: number]>;
}

/** What the timers would still do if nothing else happened. */
interface Projected {
  key: string;
  at: number;
  effect: 'breach' | 'rung';
}

interface Ticket {
  fields: Fields;
  runs: Run[];
  /** When each state held, judged after all events of an instant. */
  states: Record<StateName, Span[]>;
  /** A cancelling event came before the start. */
  prevented: boolean;
}

/** What a case comes to: worked out by walking along every clock, minute by minute or day by day. */
export function calculate(c: Case): { runs: RunResult[]; projected: Projected[] } {
  const hours = new Map(
    c.calendars.map((calendar) => [calendar.id, hoursOf(calendar, c.firstDay, c.lastDay)]),
  );
  const ticket: Ticket = {
    fields: { ...c.fields },
    runs: [],
    states: { waiting: [], storm: [] },
    prevented: false,
  };
  // What is worked out between two entries of the log does not change between them.
  const pausesKnown = new Map<Run, Span[][]>();
  const duesKnown = new Map<Run, number>();
  let now = Number.NEGATIVE_INFINITY;
  for (const at of instantsOf(c)) {
    runTimers(now, at - 1);
    now = at;
    for (const entry of c.log) {
      if (entry.at !== at) continue;
      apply(entry);
      pausesKnown.clear();
      duesKnown.clear();
    }
  }
  runTimers(now, c.asOf);
  const runs = ticket.runs.map(resultOf);
  const already = happened(ticket);
  runTimers(c.asOf + 1, endOfDay(c.zone, c.lastDay));
  return { runs, projected: happened(ticket).filter(({ key }) => !already.some((one) => one.key === key)) };

  /** Does what falls due from an instant until another, both included, while nothing else happens. */
  function runTimers(from: number, until: number): void {
    for (const run of ticket.runs) {
      if (!run.applies || hasEnded(run)) continue;
      const breach = takesEffect(run, dueOf(run), from);
      if (run.breachedAt === undefined && breach <= until) miss(run, breach);
      for (const [rung, def] of c.rungs.entries()) {
        for (const [occurrence, at] of rungTimes(run, def, from).entries()) {
          const key = `${rung} ${occurrence}`;
          if (at <= until && !run.fired.has(key)) run.fired.set(key, [at, rung, occurrence + 1]);
        }
      }
    }
  }

  function apply(entry: LogEntry): void {
    if ('set' in entry) {
      Object.assign(ticket.fields, entry.set);
      if (c.benchmark.applies) for (const run of ticket.runs) judgeApplies(run, entry.at);
      for (const run of ticket.runs) if (!hasEnded(run)) lookAgain(run);
      return;
    }
    const going = ticket.runs.filter((run) => !hasEnded(run));
    if (entry.is === 'closed') for (const run of going) stop(run, entry.at);
    if (entry.is === 'withdrawn' && c.benchmark.cancels) {
      if (ticket.runs.length === 0) ticket.prevented = true;
      for (const run of going) cancel(run, entry.at);
    }
    changeState('waiting', entry.at, entry.is, 'held', 'released');
    changeState('storm', entry.at, entry.is, 'storm-began', 'storm-ended');
    if (entry.is === 'opened' && (c.benchmark.each || ticket.runs.length === 0)) begin(entry.at);
    if (entry.is === 'reopened') reopen(entry.at);
  }

  /** A stop after the deadline is late, also where the clock was paused or the deadline has only just changed. */
  function stop(run: Run, at: number): void {
    run.stopped = at;
    pausesKnown.delete(run);
    duesKnown.delete(run);
    if (run.applies) judgeStopped(run, at);
  }

  function judgeStopped(run: Run, at: number): void {
    if (run.breachedAt === undefined && dueOf(run) < run.stopped!) miss(run, at);
  }

  function miss(run: Run, at: number): void {
    run.missed = dueOf(run);
    run.breachedAt = at;
  }

  /** A breach stays; the clock stops. */
  function cancel(run: Run, at: number): void {
    if (run.breachedAt === undefined) run.cancelled = at;
    else run.stopped = at;
  }

  /** A run is cancelled when it ceases to apply, unless breached; it starts at its own start when it comes to apply. */
  function judgeApplies(run: Run, at: number): void {
    const { live } = ticket.fields;
    if (live === run.applies || run.cancelled !== undefined || (run.applies && run.stopped !== undefined))
      return;
    if (!live) {
      if (run.breachedAt !== undefined) return;
      run.applies = false;
      run.ceased = at;
      return;
    }
    run.applies = true;
    run.ceased = undefined;
    choose(run);
    if (run.stopped !== undefined) judgeStopped(run, at);
  }

  function changeState(state: StateName, at: number, is: string, begins: string, ends: string): void {
    const spans = ticket.states[state];
    const last = spans[spans.length - 1];
    const holds = last?.until === never;
    if (is === begins && !holds) {
      if (last?.until === at) last.until = never;
      else spans.push({ from: at, until: never });
    }
    if (is === ends && holds) {
      last.until = at;
      if (last.from === at) spans.pop();
    }
  }

  function begin(at: number): void {
    const run: Run = {
      number: ticket.runs.length + 1,
      start: at,
      applies: !c.benchmark.applies || ticket.fields.live,
      ...(ticket.prevented && { cancelled: at }),
      fields: ticket.fields,
      row: -1,
      gaps: [],
      fired: new Map(),
    };
    choose(run);
    ticket.runs.push(run);
  }

  function reopen(at: number): void {
    const run = ticket.runs[ticket.runs.length - 1];
    if (run?.stopped === undefined) return;
    if (c.benchmark.reopening === 'starts a new run') begin(at);
    if (c.benchmark.reopening === 'resumes') {
      run.gaps.push({ from: run.stopped, until: at });
      run.stopped = undefined;
      lookAgain(run);
      if (c.benchmark.applies) judgeApplies(run, at);
    }
  }

  /** Chooses the first row and calendar that hold; the pauses so far stay as they were. */
  function choose(run: Run): void {
    const { benchmark } = c;
    const { row, calendar } = run;
    const past = benchmark.pauses.map((pause, i) =>
      pausedBefore(pause, statesOf(run, pause), pausesByClause(run)[i]!, now),
    );
    run.fields = { ...ticket.fields };
    const { kind } = run.fields;
    run.row = benchmark.rows.findIndex(
      (one) => (one.when === undefined || one.when === kind) && fits(one.target, run.fields),
    );
    run.calendar =
      benchmark.counts.find((one) => one.when === undefined || one.when === kind)?.calendar ?? c.counts;
    if (row !== run.row || calendar !== run.calendar) run.past = past;
    pausesKnown.delete(run);
    duesKnown.delete(run);
  }

  /** Chooses anew, unless the policy keeps the first row that held. After a breach nothing is chosen any more. */
  function lookAgain(run: Run): void {
    if (run.breachedAt !== undefined) return;
    if (c.benchmark.retargets || run.row < 0) choose(run);
    else run.fields = { ...ticket.fields };
  }

  // ---- a run's clock ------------------------------------------------------------------------------------------

  function hoursFor(run: Run): Hours | undefined {
    return hours.get(run.calendar ?? '');
  }

  /** The clock for a count: arrival, day 0, and the run's pauses. */
  function clockOf(run: Run, count: Count, by?: By): Clock {
    return { ...bareClock(run, count, by), paused: pausesOf(run) };
  }

  function pausesOf(run: Run): Span[] {
    return pausesByClause(run).flat();
  }

  /** The run's pauses by clause, capped in the measure of its own row. What was before a change of row stays. */
  function pausesByClause(run: Run): Span[][] {
    let pauses = pausesKnown.get(run);
    if (!pauses) {
      pauses = c.benchmark.pauses.map((pause, i) =>
        effectivePauses(pause, statesOf(run, pause), pauseClock(run, pause), run.past?.[i]),
      );
      pausesKnown.set(run, pauses);
    }
    return pauses;
  }

  /** When a pause's state held while the run was there. */
  function statesOf(run: Run, pause: PauseCase): Span[] {
    const end = run.stopped ?? run.cancelled ?? never;
    return ticket.states[pause.while]
      .map(({ from, until }) => ({ from: Math.max(from, run.start), until: Math.min(until, end) }))
      .filter(({ from, until }) => from < until);
  }

  /** Where no row fits, a cap counts in its own measure. */
  function pauseClock(run: Run, { cap }: PauseCase): Clock {
    return run.row < 0 && cap
      ? bareClock(run, cap)
      : bareClock(run, countOf(run), c.benchmark.rows[run.row]?.by);
  }

  function bareClock(run: Run, count: Count, by?: By): Clock {
    const measure = count.measure === 'months' ? 'days' : count.measure;
    const counted = hoursFor(run);
    const zone = counted?.zone ?? c.zone;
    const arrival = arrivalOf(run, counted);
    return {
      measure,
      zone,
      hours: counted,
      start: measure === 'open' ? arrival.open : run.start,
      day: measure === 'business-days' ? arrival.day : dayAt(zone, run.start),
      by,
      paused: [],
      stopped: run.gaps,
      lastDay: c.lastDay,
    };
  }

  /** When a run counts as having arrived: the day that is day 0, and the instant from which open time counts. */
  function arrivalOf(run: Run, counted: Hours | undefined): { day: number; open: number } {
    const judge = c.benchmark.arrives === undefined ? counted : hours.get(c.benchmark.arrives);
    const zone = counted?.zone ?? c.zone;
    if (!judge?.cutOff) return { day: dayAt(zone, run.start), open: run.start };
    const day = dayAt(judge.zone, run.start);
    const late = !opensOn({ hours: judge }, day) || run.start > instantOf(judge.zone, day, judge.cutOff.at);
    if (!late) return { day: dayAt(zone, run.start), open: run.start };
    let next = day + 1;
    while (next < c.lastDay && !opensOn({ hours: judge }, next)) next++;
    const { countsFrom } = judge.cutOff;
    return {
      day: next,
      open: countsFrom === undefined ? run.start : instantOf(judge.zone, next, countsFrom),
    };
  }

  /** When a run falls due as things stand. */
  function dueOf(run: Run): number {
    const row = c.benchmark.rows[run.row];
    const due = duesKnown.get(run) ?? (row ? reachedAt(run, row, row.target) : never);
    duesKnown.set(run, due);
    return due;
  }

  function reachedAt(run: Run, row: RowCase, target: TargetCase): number {
    if (target.target === 'count') return countAt(run, row, target, 100);
    if (target.target === 'promised' || target.target === 'agreed') return momentAt(run, row, target.target);
    const all = operandsOf(run, target).map((one) => reachedAt(run, row, one));
    return target.target === 'earlier' ? Math.min(...all) : Math.max(...all);
  }

  /** A date is its last millisecond. `by` moves a moment within its day, `rolling` from a closed day to a later one. */
  function momentAt(run: Run, { by, rolling }: RowCase, field: 'promised' | 'agreed'): number {
    const clock = bareClock(run, { measure: 'days', amount: 0 }, by);
    const { promised, agreed } = run.fields;
    const at = field === 'promised' ? endOfDay(clock.zone, promised!) : agreed!;
    const day = dayAt(clock.zone, at);
    if (rolling && clock.hours && !opensOn(clock, day)) return rolled(clock, day)?.at ?? never;
    return by === undefined ? at : countedAt(clock, day);
  }

  function operandsOf(run: Run, target: Extract<TargetCase, { of: TargetCase[] }>): TargetCase[] {
    return target.of.filter((one) => fits(one, run.fields));
  }

  /** What gives the deadline as things stand: of a choice, the operand that decides it. */
  function governing(run: Run, row: RowCase, target = row.target): TargetCase {
    if (!('of' in target)) return target;
    const due = reachedAt(run, row, target);
    return governing(run, row, operandsOf(run, target).find((one) => reachedAt(run, row, one) === due)!);
  }

  /** When so much of what gives the deadline is reached; a part of nothing at once. */
  function percentAt(run: Run, percent: number): number {
    const row = c.benchmark.rows[run.row];
    if (!row || percent === 100) return dueOf(run);
    const target = governing(run, row);
    if (target.target === 'count') return countAt(run, row, target, percent);
    return run.start + Math.ceil(((dueOf(run) - run.start) * percent) / 100);
  }

  function countAt(run: Run, row: RowCase, count: Count, percent: number): number {
    const clock = clockOf(run, count, row.by);
    const amount = Math.ceil((amountOf(clock, count) * percent) / 100);
    if (percent < 100) return amount === 0 ? run.start : reaches(clock, amount);
    if (!row.rolling) return reaches(clock, amount);
    const reached = dayReaching(clock, amount);
    return (reached && rolled(clock, reached.day)?.at) ?? never;
  }

  /** When something takes effect: not before an instant, and not while a count is paused. */
  function takesEffect(run: Run, at: number, since: number): number {
    if (at === never) return never;
    const row = c.benchmark.rows[run.row];
    const later = Math.max(at, since);
    return row && governing(run, row).target !== 'count' ? later : firstGoing(run, later);
  }

  /** In milliseconds or days. Months become the days between the start and the same day number later. */
  function amountOf(clock: Clock, count: Count): number {
    if (count.measure !== 'months') return count.amount;
    const goal = monthsLater(clock.day, count.amount);
    let days = 0;
    for (let day = clock.day + 1; day <= goal; day++) if (dayExists(clock.zone, day)) days++;
    return days;
  }

  /** The first instant from one on at which the run's clock goes. */
  function firstGoing(run: Run, from: number): number {
    if (from === never) return never;
    const clock = clockOf(run, countOf(run));
    let at = from;
    while (goingAt(clock, at) !== 'running') {
      at = Math.min(
        ...[...clock.paused, ...clock.stopped].map(({ until }) => until).filter((end) => end > at),
      );
    }
    return at;
  }

  /** What the run's clock counts: the first count in its row. */
  function countOf(run: Run): Count {
    const row = c.benchmark.rows[run.row];
    return (row && firstCount(row.target)) ?? { measure: 'elapsed', amount: 0 };
  }

  // ---- rungs --------------------------------------------------------------------------------------------------

  /** When each occurrence of a rung takes effect, from an instant on. */
  function rungTimes(run: Run, rung: RungCase, since: number): number[] {
    return momentsOf(run, rung).map((at) => takesEffect(run, at, since));
  }

  function momentsOf(run: Run, rung: RungCase): number[] {
    if (run.row < 0) return [];
    if (rung.at === 'percent') return [percentAt(run, rung.percent)];
    const base = baseOf(run, rung.at === 'every' ? rung.base : rung.at);
    if (base === undefined || base === never) return [];
    if (rung.at === 'every') {
      const { period, limit } = rung;
      return Array.from({ length: limit }, (_, n) =>
        after(run, rung.base, base, { ...period, amount: period.amount * (n + 1) }),
      );
    }
    if (rung.after) return [after(run, rung.at, base, rung.after)];
    return [rung.before ? walkBack(run, base, rung.before) : base];
  }

  function baseOf(run: Run, base: 'start' | 'due' | 'breach'): number | undefined {
    if (base === 'start') return run.start;
    return base === 'breach' ? run.breachedAt : (run.missed ?? dueOf(run));
  }

  /** So long after, as the run's clock goes. After its start, from where the clock itself begins. */
  function after(run: Run, base: 'start' | 'due' | 'breach', at: number, count: Count): number {
    const clock = clockOf(run, count);
    if (base === 'start') return reaches(clock, count.amount);
    return reaches({ ...clock, start: at, day: dayAt(clock.zone, at) }, count.amount);
  }

  function walkBack(run: Run, base: number, count: Count): number {
    const counted = hoursFor(run);
    const zone = counted?.zone ?? c.zone;
    const clock = clockOf(run, count);
    if (!countsDays(clock)) return before(clock, base, count.amount, run.start);
    let day = dayAt(zone, base);
    for (let left = count.amount; left > 0 && day > c.firstDay; ) {
      day--;
      if (count.measure === 'business-days' ? opensOn(clock, day) : dayExists(zone, day)) left--;
    }
    return Math.max(run.start, beginningOf(clock, day));
  }

  // ---- what is said -------------------------------------------------------------------------------------------

  function resultOf(run: Run): RunResult {
    const row = c.benchmark.rows[run.row];
    const base = {
      run: run.number,
      started: run.start,
      breachedAt: run.breachedAt,
      stopped: run.ceased ?? run.stopped ?? run.cancelled,
      fired: inOrder([...run.fired.values()]),
    };
    if (!(run.applies || run.ceased !== undefined) || !row)
      return { ...base, status: statusOf(run, 'not-applicable') };
    const count = countOf(run);
    const clock = clockOf(run, count, row.by);
    const until = base.stopped ?? c.asOf;
    const paused = governing(run, row).target === 'count' && goingAt(clock, until) === 'paused';
    const status = statusOf(run, paused ? 'paused' : 'running');
    const due = run.missed ?? dueOf(run);
    return {
      ...base,
      status,
      row: run.row,
      due: status === 'paused' || !run.applies || due === never ? null : due,
      remaining:
        status === 'paused' ? Math.max(0, amountOf(clock, count) - countedUntil(clock, until)) : undefined,
      elapsed: countedUntil(clock, until),
      paused: countedUntil(clock, until, 'paused'),
      reopened: run.gaps.length > 0 ? countedUntil(clock, until, 'stopped') : undefined,
    };
  }
}

function statusOf(run: Run, going: string): string {
  if (run.breachedAt !== undefined) return 'breached';
  if (run.cancelled !== undefined || run.ceased !== undefined) return 'cancelled';
  return run.stopped !== undefined && going !== 'not-applicable' ? 'met' : going;
}

function hasEnded(run: Run): boolean {
  return run.stopped !== undefined || run.cancelled !== undefined;
}

/** Every breach and every rung so far. */
function happened({ runs }: Ticket): Projected[] {
  return runs.flatMap(({ number, breachedAt, fired }): Projected[] => [
    ...(breachedAt === undefined
      ? []
      : [{ key: `${number} breach`, at: breachedAt, effect: 'breach' as const }]),
    ...[...fired].map(([key, [at]]) => ({ key: `${number} ${key}`, at, effect: 'rung' as const })),
  ]);
}

function inOrder(fired: RunResult['fired']): RunResult['fired'] {
  return fired.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

function instantsOf(c: Case): number[] {
  return [...new Set(c.log.map(({ at }) => at))].filter((at) => at <= c.asOf).sort((a, b) => a - b);
}

/** Whether a target waits for anything: an unset operand is left out. */
function fits(target: TargetCase, fields: Fields): boolean {
  if (target.target === 'count') return true;
  if (target.target === 'promised' || target.target === 'agreed') return fields[target.target] !== undefined;
  return target.of.some((one) => fits(one, fields));
}

function firstCount(target: TargetCase): Count | undefined {
  if (target.target === 'count') return target;
  if (target.target === 'promised' || target.target === 'agreed') return undefined;
  return target.of.map(firstCount).find((one) => one !== undefined);
}

/** The same day number so many months later, or that month's last day. */
function monthsLater(day: number, months: number): number {
  const [year, month, date] = isoDay(day).split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10));
}
