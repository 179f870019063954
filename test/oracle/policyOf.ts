import type {
  BenchmarkDef,
  CalendarDef,
  CalendarRule,
  Condition,
  Duration,
  LocalSpan,
  Policy,
  RungTime,
  Target,
  ZoneDef,
} from '../../server/engine/policy.ts';
import type { Ticket, TicketEntry } from '../../server/engine/ticket.ts';
import type {
  CalendarCase,
  CalendarLine,
  Case,
  Count,
  DaySpan,
  Fields,
  Kind,
  RowCase,
  RungCase,
  TargetCase,
} from './case.ts';
import { eventNames } from './case.ts';
import { holidaysOf } from './holidays.ts';
import { isoDay, offsetAt, startOfDay } from './localTime.ts';
import { amountText, rowText, rungText } from './words.ts';

const minute = 60_000;

/** A case as the compiled policy the engine reads. */
export function policyOf(c: Case): Policy {
  return {
    format: 'slapolicy/1',
    id: 'agreement',
    version: '1',
    effective: {},
    covers: { from: isoDay(c.firstDay), until: isoDay(c.lastDay) },
    zone: c.zone,
    ...(c.counts !== undefined && { counts: c.counts }),
    begins: 'received',
    data: { zones: 'test', holidays: 'test' },
    fields: [
      {
        name: 'kind',
        type: 'one of',
        values: ['a', 'b', 'c'],
        optional: false,
        default: { type: 'word', value: 'a' },
      },
      { name: 'live', type: 'yes or no', optional: false, default: { type: 'flag', value: true } },
      { name: 'promised', type: 'date', optional: true },
      { name: 'agreed', type: 'date-time', optional: true },
    ],
    events: eventNames.map((name) => ({ name, data: [] })),
    roles: [{ id: 'lead', requires: [], source: 0 }],
    people: [],
    states: [
      { id: 'waiting', from: event('held'), until: event('released'), source: 0 },
      { id: 'storm', from: event('storm-began'), until: event('storm-ended'), source: 0 },
    ],
    zones: [...new Set([c.zone, ...c.calendars.map(({ zone }) => zone)])].map((zone) => zoneDef(c, zone)),
    calendars: c.calendars.map((calendar) => calendarDef(c, calendar)),
    benchmarks: [benchmarkDef(c)],
    metrics: [],
    standards: [],
    reports: [],
    ladders: [
      {
        id: 'ladder',
        on: 'answer',
        rungs: c.rungs.map((rung) => ({
          time: rungTime(rung),
          actions: [{ action: 'notify' as const, to: ['lead'], by: [] }],
          text: rungText(rung),
          source: 0,
        })),
        source: 0,
      },
    ],
    disputes: [],
    rights: [],
    permits: [],
    rates: [],
    remedies: [],
    automations: [],
    channels: [],
    records: [],
    notRun: [],
    sources: { files: ['agreement.slapolicy'], spans: [[0, 1, 1, 1, 1]] },
  };
}

/** A case's ticket, as it is given to a simulation. */
export function ticketOf(c: Case): Ticket {
  return {
    id: 'T-1',
    fields: fieldsOf(c.fields),
    events: c.log.map((entry): TicketEntry => {
      const at = new Date(entry.at).toISOString();
      return 'set' in entry ? { at, set: fieldsOf(entry.set) } : { at, is: entry.is };
    }),
  };
}

function fieldsOf({ kind, live, promised, agreed }: Partial<Fields>): Ticket['fields'] {
  return {
    ...(kind !== undefined && { kind }),
    ...(live !== undefined && { live }),
    ...(promised !== undefined && { promised: isoDay(promised) }),
    ...(agreed !== undefined && { agreed: new Date(agreed).toISOString() }),
  };
}

/** The offset changes of a zone, looked for hour by hour and then minute by minute. */
function zoneDef(c: Case, name: string): ZoneDef {
  const hour = 60 * minute;
  const from = startOfDay('UTC', c.firstDay - 3);
  const until = startOfDay('UTC', c.lastDay + 4);
  const offsets: [number, number][] = [[from, offsetAt(name, from)]];
  for (let at = from; at < until; at += hour) {
    const before = offsetAt(name, at);
    const after = offsetAt(name, at + hour);
    if (before === after) continue;
    let change = at;
    while (offsetAt(name, change) === before) change += minute;
    offsets.push([change, after]);
  }
  return { name, offsets };
}

function calendarDef(c: Case, { id, zone, lines, cutOff }: CalendarCase): CalendarDef {
  return {
    id,
    zone,
    rules: lines.map((line) => calendarRule(c, line)),
    ...(cutOff && {
      cutOff: {
        at: cutOff.at * minute,
        ...(cutOff.countsFrom !== undefined && { countsFrom: cutOff.countsFrom * minute }),
        source: 0,
      },
    }),
    source: 0,
  };
}

function calendarRule(c: Case, line: CalendarLine): CalendarRule {
  const source = 0;
  switch (line.line) {
    case 'weekly':
      return { rule: 'weekly', days: line.days, spans: line.spans.map(localSpan), source };
    case 'holidays':
      return {
        rule: 'holidays',
        region: line.region,
        days: holidaysOf(line.region, yearOf(c.firstDay), yearOf(c.lastDay)).map(([day, name]) => [
          isoDay(day),
          name,
        ]),
        source,
      };
    case 'yearly':
      return { rule: 'yearly', month: line.month, day: line.day, source };
    case 'closed':
      return { rule: 'closed', from: isoDay(line.from), until: isoDay(line.until), source };
    case 'part':
      return {
        rule: 'part',
        from: isoDay(line.day),
        until: isoDay(line.day),
        spans: [localSpan(line.span)],
        source,
      };
    case 'open':
      return {
        rule: 'open',
        from: isoDay(line.day),
        until: isoDay(line.day),
        spans: line.spans.map(localSpan),
        source,
      };
  }
}

function benchmarkDef(c: Case): BenchmarkDef {
  const { benchmark } = c;
  return {
    id: 'answer',
    ...(benchmark.applies && { applies: { kind: 'flag' as const, field: 'live' } }),
    each: benchmark.each,
    from: event('opened'),
    until: event('closed'),
    counts: benchmark.counts.map(({ calendar, when }) => ({
      calendar,
      ...(when && { when: kindIs(when) }),
      source: 0,
    })),
    ...(benchmark.arrives !== undefined && { arrives: benchmark.arrives }),
    rows: benchmark.rows.map((row) => ({
      target: targetOf(row, row.target),
      ...(row.when && { when: kindIs(row.when) }),
      text: rowText(row),
      source: 0,
    })),
    pauses: benchmark.pauses.map((pause) => ({
      while: { kind: 'state', state: pause.while },
      ...(pause.cap && { cap: { duration: duration(pause.cap), per: pause.cap.per } }),
      text: `while ${pause.while}`,
      source: 0,
    })),
    cancels: benchmark.cancels ? [{ on: event('withdrawn'), source: 0 }] : [],
    ...(benchmark.reopening && {
      reopening: { on: event('reopened'), effect: benchmark.reopening, source: 0 },
    }),
    retargets: benchmark.retargets,
    notAssessed: [],
    attain: [],
    fromSource: 0,
    source: 0,
  };
}

function targetOf(row: RowCase, target: TargetCase): Target {
  const by = {
    ...(row.by !== undefined && { by: row.by === 'close' ? ('close' as const) : row.by * minute }),
  };
  const rolling = row.rolling ? { rolling: true } : {};
  switch (target.target) {
    case 'count':
      return { kind: 'count', duration: duration(target), ...by, ...rolling };
    case 'promised':
    case 'agreed':
      return { kind: 'moment', moment: { kind: 'field', field: target.target }, ...by, ...rolling };
    default:
      return {
        kind: target.target,
        of: target.of.map((one) => targetOf({ target: one }, one)),
        ...by,
        ...rolling,
      };
  }
}

function rungTime(rung: RungCase): RungTime {
  if (rung.at === 'percent') return { kind: 'percent', of: [rung.percent, 100] };
  if (rung.at === 'every')
    return { kind: 'every', period: duration(rung.period), base: rung.base, limit: rung.limit };
  const { after, before } = rung;
  if (after) return { kind: 'at', base: rung.at, offset: { duration: duration(after), direction: 'after' } };
  if (before)
    return { kind: 'at', base: rung.at, offset: { duration: duration(before), direction: 'before' } };
  return { kind: 'at', base: rung.at };
}

function duration(count: Count): Duration {
  return { measure: count.measure, amount: count.amount, text: amountText(count) };
}

function localSpan({ from, to }: DaySpan): LocalSpan {
  return [from * minute, to * minute];
}

function kindIs(kind: Kind): Condition {
  return {
    kind: 'compare',
    left: { kind: 'field', field: 'kind' },
    operator: 'is',
    right: { kind: 'value', value: { type: 'word', value: kind } },
  };
}

function event(name: string) {
  return { kind: 'event' as const, event: name };
}

function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}
