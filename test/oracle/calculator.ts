import type {
  By,
  Case,
  Count,
  Fields,
  LogEntry,
  RowCase,
  RungCase,
  RunResult,
  StateName,
  TargetCase,
} from './case.ts';
import { effectivePauses } from './effectivePauses.ts';
import { type Hours, hoursOf } from './hoursOf.ts';
import { dayAt, dayExists, dayOf, endOfDay, instantOf, isoDay, timeAt } from './localTime.ts';
import {
  before,
  beginningOf,
  type Clock,
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
  /** From when on it applied; never while it does not. */
  begun: number;
  /** The fields at its beginning, which `retargets never` keeps. */
  first: Fields;
  stopped?: number;
  cancelled?: number;
  breachedAt?: number;
  /** Between a stop and the reopening that superseded it. */
  gaps: Span[];
  fired: Map<string, [at: number, rung: number, occurrence: number]>;
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
export function calculate(c: Case): { runs: RunResult[]; projected: RunResult['fired'] } {
  const hours = new Map(
    c.calendars.map((calendar) => [calendar.id, hoursOf(calendar, c.firstDay, c.lastDay)]),
  );
  const ticket: Ticket = {
    fields: { ...c.fields },
    runs: [],
    states: { waiting: [], storm: [] },
    prevented: false,
  };
  let now = Number.NEGATIVE_INFINITY;
  for (const at of instantsOf(c)) {
    runTimers(now, at - 1);
    now = at;
    for (const entry of c.log) if (entry.at === at) apply(entry);
  }
  runTimers(now, c.asOf);
  const runs = ticket.runs.map(resultOf);
  const already = firedBy(ticket);
  runTimers(c.asOf + 1, endOfDay(c.zone, c.lastDay));
  return { runs, projected: firedBy(ticket).filter((one) => !already.includes(one)) };

  /** Does what falls due from an instant until another, both included, while nothing else happens. */
  function runTimers(from: number, until: number): void {
    for (const run of ticket.runs) {
      if (!isLive(run)) continue;
      const since = Math.max(from, run.begun);
      const due = dueOf(run, since);
      if (run.breachedAt === undefined && due <= until) run.breachedAt = due;
      for (const [rung, def] of c.rungs.entries()) {
        for (const [occurrence, moment] of momentsOf(run, def, since).entries()) {
          const key = `${rung} ${occurrence}`;
          const at = firstGoing(run, Math.max(moment, since));
          if (at <= until && !run.fired.has(key)) run.fired.set(key, [at, rung, occurrence + 1]);
        }
      }
    }
  }

  function apply(entry: LogEntry): void {
    if ('set' in entry) {
      const { live } = ticket.fields;
      Object.assign(ticket.fields, entry.set);
      if (c.benchmark.applies && live !== ticket.fields.live) applicability(entry.at);
      return;
    }
    if (entry.is === 'closed') for (const run of ticket.runs) if (isLive(run)) run.stopped = entry.at;
    if (entry.is === 'withdrawn' && c.benchmark.cancels) {
      if (ticket.runs.length === 0) ticket.prevented = true;
      for (const run of ticket.runs)
        if (isLive(run) && run.breachedAt === undefined) run.cancelled = entry.at;
    }
    changeState('waiting', entry.at, entry.is, 'held', 'released');
    changeState('storm', entry.at, entry.is, 'storm-began', 'storm-ended');
    if (entry.is === 'opened' && (c.benchmark.each || ticket.runs.length === 0)) begin(entry.at);
    if (entry.is === 'reopened') reopen(entry.at);
  }

  function applicability(at: number): void {
    for (const run of ticket.runs) {
      if (ticket.fields.live && run.begun === never && run.stopped === undefined) {
        run.begun = at;
        run.first = { ...ticket.fields };
      } else if (!ticket.fields.live && isLive(run) && run.breachedAt === undefined) run.cancelled = at;
    }
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
    if (ticket.prevented) return;
    const applies = !c.benchmark.applies || ticket.fields.live;
    ticket.runs.push({
      number: ticket.runs.length + 1,
      start: at,
      begun: applies ? at : never,
      first: { ...ticket.fields },
      gaps: [],
      fired: new Map(),
    });
  }

  function reopen(at: number): void {
    const run = ticket.runs[ticket.runs.length - 1];
    if (run?.stopped === undefined) return;
    if (c.benchmark.reopening === 'starts a new run') begin(at);
    if (c.benchmark.reopening === 'resumes') {
      run.gaps.push({ from: run.stopped, until: at });
      run.stopped = undefined;
    }
  }

  // ---- a run's clock ------------------------------------------------------------------------------------------

  function fieldsOf(run: Run): Fields {
    return c.benchmark.retargets ? ticket.fields : run.first;
  }

  function rowOf(run: Run): number {
    const { kind } = fieldsOf(run);
    return c.benchmark.rows.findIndex(
      (row) => (row.when === undefined || row.when === kind) && fits(row.target, ticket.fields),
    );
  }

  function hoursFor(run: Run): Hours | undefined {
    const { kind } = fieldsOf(run);
    const named = c.benchmark.counts.find((one) => one.when === undefined || one.when === kind);
    return hours.get(named?.calendar ?? c.counts ?? '');
  }

  /** The clock for a count: arrival, day 0, pauses with their caps. */
  function clockOf(run: Run, count: Count, by?: By): Clock {
    const measure = count.measure === 'months' ? 'days' : count.measure;
    const counted = hoursFor(run);
    const zone = counted?.zone ?? c.zone;
    const arrival = arrivalOf(run, counted);
    const clock: Clock = {
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
    const end = run.stopped ?? run.cancelled ?? never;
    const paused = c.benchmark.pauses.map((pause) => {
      const spans = ticket.states[pause.while]
        .map(({ from, until }) => ({ from: Math.max(from, run.start), until: Math.min(until, end) }))
        .filter(({ from, until }) => from < until);
      return effectivePauses(pause, spans, clock);
    });
    return { ...clock, paused: paused.flat() };
  }

  /** When a run counts as having arrived: the day that is day 0, and the instant from which open time counts. */
  function arrivalOf(run: Run, counted: Hours | undefined): { day: number; open: number } {
    const judge = c.benchmark.arrives === undefined ? counted : hours.get(c.benchmark.arrives);
    const zone = counted?.zone ?? c.zone;
    if (!judge?.cutOff) return { day: dayAt(zone, run.start), open: run.start };
    const day = dayAt(judge.zone, run.start);
    const late = !opensOn({ hours: judge }, day) || timeAt(judge.zone, run.start) > judge.cutOff.at;
    if (!late) return { day: dayAt(zone, run.start), open: run.start };
    let next = day + 1;
    while (next < c.lastDay && !opensOn({ hours: judge }, next)) next++;
    const { countsFrom } = judge.cutOff;
    return {
      day: next,
      open: countsFrom === undefined ? run.start : instantOf(judge.zone, next, countsFrom),
    };
  }

  /** When a run falls due as things stand, but not before an instant. */
  function dueOf(run: Run, since: number): number {
    const row = c.benchmark.rows[rowOf(run)];
    return row ? targetAt(run, row, row.target, 100, since) : never;
  }

  /** When so much of a target is reached; counts only where the clock goes. */
  function targetAt(run: Run, row: RowCase, target: TargetCase, percent: number, since: number): number {
    const { promised, agreed } = ticket.fields;
    switch (target.target) {
      case 'count':
        return firstGoing(run, Math.max(since, countAt(run, row, target, percent)));
      case 'promised':
        return Math.max(since, momentAt(run, endOfDay(c.zone, promised!), percent));
      case 'agreed':
        return Math.max(since, momentAt(run, agreed!, percent));
      default: {
        const all = target.of
          .filter((one) => fits(one, ticket.fields))
          .map((one) => targetAt(run, row, one, percent, since));
        return target.target === 'earlier' ? Math.min(...all) : Math.max(...all);
      }
    }
  }

  function momentAt(run: Run, moment: number, percent: number): number {
    return percent === 100 ? moment : run.start + Math.ceil(((moment - run.start) * percent) / 100);
  }

  function countAt(run: Run, row: RowCase, count: Count, percent: number): number {
    const clock = clockOf(run, count, row.by);
    const amount = Math.ceil((amountOf(clock, count) * percent) / 100);
    if (row.rolling && percent === 100) {
      const reached = dayReaching(clock, amount);
      return (reached && rolled(clock, reached.day)?.at) ?? never;
    }
    return reaches(clock, amount);
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
    const row = c.benchmark.rows[rowOf(run)];
    return (row && firstCount(row.target)) ?? { measure: 'elapsed', amount: 0 };
  }

  // ---- rungs --------------------------------------------------------------------------------------------------

  /** By occurrence. */
  function momentsOf(run: Run, rung: RungCase, since: number): number[] {
    if (rung.at === 'percent') {
      const row = c.benchmark.rows[rowOf(run)];
      return row ? [targetAt(run, row, row.target, rung.percent, since)] : [];
    }
    if (rung.at === 'every') {
      const base = baseOf(run, rung.base, since);
      if (base === undefined || base === never) return [];
      const all: number[] = [];
      for (let n = 1; n <= rung.limit; n++) {
        all.push(after(run, base, { ...rung.period, amount: rung.period.amount * n }));
      }
      return all;
    }
    const base = baseOf(run, rung.at, since);
    if (base === undefined || base === never) return [];
    if (rung.after) return [after(run, base, rung.after)];
    return [rung.before ? walkBack(run, base, rung.before) : base];
  }

  function baseOf(run: Run, base: 'start' | 'due' | 'breach', since: number): number | undefined {
    if (base === 'start') return run.start;
    return base === 'breach' ? run.breachedAt : dueOf(run, since);
  }

  function after(run: Run, base: number, count: Count): number {
    const counted = hoursFor(run);
    const zone = counted?.zone ?? c.zone;
    const day = dayAt(zone, base);
    const measure = count.measure === 'months' ? 'days' : count.measure;
    const clock: Clock = {
      measure,
      zone,
      hours: counted,
      start: base,
      day,
      paused: [],
      stopped: [],
      lastDay: c.lastDay,
    };
    return reaches(clock, amountOf(clock, count));
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
    const base = { run: run.number, started: run.start, fired: inOrder([...run.fired.values()]) };
    if (run.begun === never) return { ...base, status: 'not-applicable' };
    const row = rowOf(run);
    const count = countOf(run);
    const clock = clockOf(run, count, c.benchmark.rows[row]?.by);
    const until = run.stopped ?? run.cancelled ?? c.asOf;
    const going = goingAt(clock, until);
    const due = dueOf(run, Number.NEGATIVE_INFINITY);
    const paused = run.stopped === undefined && going === 'paused';
    return {
      ...base,
      status: statusOf(run, paused),
      row,
      due: paused ? null : due === never ? undefined : due,
      remaining: paused ? Math.max(0, amountOf(clock, count) - countedUntil(clock, until)) : undefined,
      breachedAt: run.breachedAt,
      stopped: run.stopped,
      elapsed: countedUntil(clock, until),
      paused: countedUntil(clock, until, 'paused'),
      reopened: run.gaps.length > 0 ? countedUntil(clock, until, 'stopped') : undefined,
    };
  }
}

function statusOf(run: Run, paused: boolean): string {
  if (run.breachedAt !== undefined) return 'breached';
  if (run.cancelled !== undefined) return 'cancelled';
  if (run.stopped !== undefined) return 'met';
  return paused ? 'paused' : 'running';
}

function isLive(run: Run): boolean {
  return run.begun !== never && run.stopped === undefined && run.cancelled === undefined;
}

function firedBy(ticket: Ticket): RunResult['fired'] {
  return ticket.runs.flatMap(({ fired }) => [...fired.values()]);
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
