import fc from 'fast-check';
import type {
  BenchmarkCase,
  By,
  CalendarCase,
  CalendarLine,
  Case,
  Count,
  DaySpan,
  EventName,
  Fields,
  Kind,
  LogEntry,
  PauseCase,
  RowCase,
  RungCase,
  TargetCase,
} from './case.ts';
import { dayOf, endOfDay, instantOf, isoDay, offsetAt } from './localTime.ts';

const minute = 60_000;

/** Zones with days on which something happens to their clocks or their offices. */
const places: [zone: string, days: string[]][] = [
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['America/St_Johns', ['2026-03-08', '2026-11-01', '2010-03-14', '2010-11-07']],
  ['Pacific/Chatham', ['2026-04-05', '2026-09-27']],
  ['Africa/Casablanca', ['2026-02-15', '2026-03-22']],
  ['Pacific/Apia', ['2011-12-30', '2012-04-01', '2011-09-24']],
  ['Asia/Kathmandu', ['2026-05-29', '2026-10-20']],
  ['America/Sao_Paulo', ['2016-10-16', '2017-02-19', '2017-10-15', '2018-02-18', '2018-11-04']],
  ['Europe/Dublin', ['2026-03-29', '2026-10-25']],
  ['America/Santiago', ['2026-04-05', '2026-09-06']],
  ['Asia/Tehran', ['2021-03-22', '2021-09-22', '2022-03-22', '2022-09-22']],
  ['Pacific/Auckland', ['2026-04-05', '2026-09-27']],
  ['Europe/London', ['2026-03-29', '2026-10-25', '2026-12-26']],
  ['America/New_York', ['2026-03-08', '2026-11-01', '2026-11-26']],
  ['Asia/Tokyo', ['2026-05-04', '2026-12-31']],
  ['UTC', ['2027-02-28', '2028-02-29', '2026-12-24']],
];

const regions = [
  ...['AU-NSW', 'AU-VIC', 'NZ', 'ZA', 'GB-ENG', 'US-NY', 'CA-NL', 'IE', 'CL', 'MA'],
  ...['BR-SP', 'JP', 'DE-BY', 'FR', 'ES-MD', 'IT', 'NL', 'SE', 'CH-ZH', 'IN'],
];

/** What a random case may hold; everything by default. */
export interface Features {
  pauses?: boolean;
  caps?: boolean;
  rows?: boolean;
  changes?: boolean;
  calendars?: boolean;
  cutOffs?: boolean;
  moments?: boolean;
  rungs?: boolean;
  reopening?: boolean;
  applies?: boolean;
  cancels?: boolean;
  each?: boolean;
  by?: boolean;
  odd?: boolean;
}

const all: Required<Features> = {
  pauses: true,
  caps: true,
  rows: true,
  changes: true,
  calendars: true,
  cutOffs: true,
  moments: true,
  rungs: true,
  reopening: true,
  applies: true,
  cancels: true,
  each: true,
  by: true,
  odd: true,
};

/** Random cases: a policy of one benchmark, and a ticket. */
export function cases(features: Features = all): fc.Arbitrary<Case> {
  return fc
    .record({
      place: fc.constantFrom(...places),
      where: fc.nat(4),
      shift: fc.integer({ min: -8, max: 3 }),
      main: calendar(features, 'office'),
      other: calendar(features, 'depot'),
      otherZone: features.odd ? perhaps(1, 4, fc.constantFrom(...places)) : fc.constant(null),
      counts: fc.constantFrom('policy', 'none', 'benchmark', 'by kind'),
      arrives: features.cutOffs ? sometimes(3) : fc.constant(false),
      measure: measures(),
      rows: fc.array(row(features), { minLength: 1, maxLength: features.rows ? 3 : 1 }),
      mixed: features.rows ? sometimes(3) : fc.constant(false),
      pauses: features.pauses
        ? mostly(fc.array(pause(features), { minLength: 1, maxLength: 2 }), [])
        : fc.constant<never[]>([]),
      rungs: features.rungs
        ? mostly(fc.array(rung(features), { minLength: 1, maxLength: 4 }), [])
        : fc.constant<never[]>([]),
      each: features.each ? sometimes(6) : fc.constant(false),
      applies: features.applies ? sometimes(5) : fc.constant(false),
      cancels: features.cancels ? fc.boolean() : fc.constant(false),
      reopening: features.reopening
        ? perhaps(3, 1, fc.constantFrom<'resumes' | 'starts a new run'>('resumes', 'starts a new run'))
        : fc.constant(null),
      open: sometimes(6),
      never: features.changes ? sometimes(5) : fc.constant(false),
      kind: kind(),
      live: features.applies ? mostly(fc.constant(true), false) : fc.constant(true),
      promised: features.moments ? perhaps(2, 1, fc.nat(20)) : fc.constant(null),
      agreed: features.moments ? perhaps(2, 1, when()) : fc.constant(null),
      opening: when(4),
      log: fc.array(fc.record({ when: when(), what: what(features) }), { maxLength: 6 }),
      story: perhaps(3, 2, story(features)),
      later: when(30),
      asOf: fc.boolean(),
    })
    .map(build);
}

interface RawCase {
  place: [string, string[]];
  where: number;
  shift: number;
  main: CalendarRaw;
  other: CalendarRaw;
  otherZone: [string, string[]] | null;
  counts: 'policy' | 'none' | 'benchmark' | 'by kind';
  arrives: boolean;
  measure: Count['measure'];
  rows: RowRaw[];
  mixed: boolean;
  pauses: PauseRaw[];
  rungs: RungRaw[];
  each: boolean;
  applies: boolean;
  cancels: boolean;
  reopening: 'resumes' | 'starts a new run' | null;
  /** Whether the last row may have a condition too. */
  open: boolean;
  never: boolean;
  kind: Kind;
  live: boolean;
  promised: number | null;
  agreed: When | null;
  opening: When;
  log: { when: When; what: What }[];
  story: { whens: When[]; whats: What[] } | null;
  later: When;
  asOf: boolean;
}

function build(raw: RawCase): Case {
  const [zone, days] = raw.place;
  const base = dayOf(days[raw.where % days.length]!) + raw.shift;
  const main = calendarCase(raw.main, zone, base);
  const other = calendarCase(raw.other, raw.otherZone?.[0] ?? zone, base);
  const none = raw.counts === 'none';
  const clocks = { zone, base, calendars: [main, other] };
  const measures = none
    ? ({ open: 'elapsed', 'business-days': 'days' } as Partial<Record<string, Count['measure']>>)
    : {};
  const as = (measure: Count['measure']) => measures[measure] ?? measure;
  const rows = raw.rows.map((one, i) =>
    rowCase(
      i < raw.rows.length - 1 || raw.open ? one : { ...one, when: null },
      as(raw.mixed ? one.measure : raw.measure),
      none,
    ),
  );
  const first = rows[0]!.target;
  const measured =
    first.target === 'count' && rows.every((one) => sameMeasure(one.target, first))
      ? first.measure
      : undefined;
  const opened = instantAt(clocks, raw.opening, []);
  const log: LogEntry[] = [
    { at: opened - 3 * 86_400_000, is: 'received' },
    { at: opened, is: 'opened' },
  ];
  for (const { when, what } of raw.log) {
    const at = Math.max(
      opened - (when.edge === 0 ? 3 : 0) * 86_400_000,
      instantAt(
        clocks,
        when,
        log.map((entry) => entry.at),
      ),
    );
    log.push(entryOf(clocks, what, at));
  }
  if (raw.story) log.push(...told(clocks, raw.story, opened));
  const sorted = log
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => a.entry.at - b.entry.at || a.place - b.place)
    .map(({ entry }) => entry);
  const last = sorted[sorted.length - 1]!.at;
  const benchmark: BenchmarkCase = {
    each: raw.each,
    applies: raw.applies,
    counts: countsOf(raw.counts),
    ...(raw.arrives && !none && { arrives: 'depot' }),
    rows,
    pauses: raw.pauses.map((one) => pauseCase(one, measured)),
    cancels: raw.cancels,
    ...(raw.reopening !== null && { reopening: raw.reopening }),
    retargets: !raw.never,
  };
  return {
    zone,
    firstDay: base - 6,
    lastDay: base + 100,
    calendars: [main, other],
    ...(raw.counts === 'policy' && { counts: 'office' }),
    benchmark,
    rungs: raw.rungs.map((one) => rungCase(one, none)),
    fields: {
      kind: raw.kind,
      live: raw.live,
      ...(raw.promised !== null && { promised: base + raw.promised }),
      ...(raw.agreed !== null && { agreed: instantAt(clocks, raw.agreed, []) }),
    },
    log: sorted,
    asOf: raw.asOf ? last : Math.max(last, instantAt(clocks, raw.later, [])),
  };
}

function countsOf(raw: RawCase['counts']): BenchmarkCase['counts'] {
  if (raw === 'benchmark') return [{ calendar: 'office' }];
  return raw === 'by kind' ? [{ calendar: 'depot', when: 'b' }, { calendar: 'office' }] : [];
}

// ---- instants -------------------------------------------------------------------------------------------------

interface When {
  day: number;
  at: 'any' | 'edge' | 'midnight' | 'same' | 'change';
  minutes: number;
  edge: number;
  nudge: number;
  ms: number;
}

/** A time to the minute mostly, near the edges of openings, days and offsets often. */
function when(lastDay = 14): fc.Arbitrary<When> {
  return fc.record({
    day: fc.nat(lastDay),
    at: fc.constantFrom<When['at']>('any', 'any', 'edge', 'edge', 'midnight', 'same', 'change'),
    minutes: fc.nat(1439),
    edge: fc.nat(7),
    nudge: fc.constantFrom(0, 0, 0, 1, -1, minute, -minute, 30 * minute),
    ms: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(59_999) }),
  });
}

interface Clocks {
  zone: string;
  base: number;
  calendars: CalendarCase[];
}

function instantAt({ zone, base, calendars }: Clocks, raw: When, before: number[]): number {
  const day = base + raw.day;
  switch (raw.at) {
    case 'same':
      return before[raw.edge % Math.max(1, before.length)] ?? instantOf(zone, day, raw.minutes);
    case 'edge': {
      const calendar = calendars[raw.edge % 2]!;
      const edges = edgesOf(calendar);
      return instantOf(calendar.zone, day, edges[raw.minutes % edges.length]!) + raw.nudge;
    }
    case 'midnight':
      return instantOf(zone, day, 0) + raw.nudge;
    case 'change':
      return offsetChange(zone, base, raw.minutes) + raw.nudge * (raw.edge + 1);
    default:
      return instantOf(zone, day, raw.minutes) + raw.ms;
  }
}

function edgesOf({ lines, cutOff }: CalendarCase): number[] {
  const spans = lines.flatMap((line) =>
    line.line === 'weekly' || line.line === 'open' ? line.spans : line.line === 'part' ? [line.span] : [],
  );
  const edges = spans.flatMap(({ from, to }) => [from, to]);
  return [...edges, ...(cutOff ? [cutOff.at, cutOff.countsFrom ?? cutOff.at] : []), 720];
}

/** The nearest instant at which local time jumps, else some local noon. */
function offsetChange(zone: string, base: number, minutes: number): number {
  const from = endOfDay(zone, base - 1);
  for (let at = from; at < from + 16 * 86_400_000; at += 3_600_000) {
    if (offsetAt(zone, at) === offsetAt(zone, at + 3_600_000)) continue;
    let change = at;
    while (offsetAt(zone, change) === offsetAt(zone, at)) change += minute;
    return change;
  }
  return instantOf(zone, base + (minutes % 12), 720);
}

// ---- calendars ------------------------------------------------------------------------------------------------

interface CalendarRaw {
  id: string;
  week: { days: number[]; spans: DaySpan[] }[];
  dated: {
    line: 'holidays' | 'yearly' | 'closed' | 'part' | 'open';
    day: number;
    length: number;
    region: string;
    spans: DaySpan[];
  }[];
  cutOff: { at: number; countsFrom: number | null } | null;
}

function calendar(features: Features, id: string): fc.Arbitrary<CalendarRaw> {
  const week: CalendarRaw['week'] = [{ days: [0, 1, 2, 3, 4], spans: [{ from: 540, to: 1020 }] }];
  return fc.record({
    id: fc.constant(id),
    week: features.calendars
      ? fc.oneof(
          { weight: 2, arbitrary: fc.constant<CalendarRaw['week']>(week) },
          {
            weight: 3,
            arbitrary: fc.array(
              fc.record({
                days: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 7 }),
                spans: daySpans(),
              }),
              { minLength: 1, maxLength: 3 },
            ),
          },
        )
      : fc.constant<CalendarRaw['week']>(week),
    dated: features.calendars
      ? fc.array(
          fc.record({
            line: fc.constantFrom(...datedLines),
            day: fc.integer({ min: -1, max: 12 }),
            length: fc.nat(4),
            region: fc.constantFrom(...regions),
            spans: daySpans(),
          }),
          { maxLength: 4 },
        )
      : fc.constant<never[]>([]),
    cutOff: features.cutOffs
      ? perhaps(
          1,
          1,
          fc.record({
            at: fc.oneof(fc.constantFrom(960, 1020, 1439), halfHours()),
            countsFrom: perhaps(1, 1, fc.oneof(fc.constantFrom(480, 540), halfHours())),
          }),
        )
      : fc.constant(null),
  });
}

const datedLines: CalendarRaw['dated'][number]['line'][] = [
  'holidays',
  'holidays',
  'yearly',
  'closed',
  'part',
  'open',
];

/** Half-hours of a day mostly; the odd minute sometimes. */
function halfHours(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.nat(47).map((half) => half * 30) },
    { weight: 1, arbitrary: fc.nat(1439) },
  );
}

const usualSpans: DaySpan[][] = [
  [{ from: 540, to: 1020 }],
  [{ from: 0, to: 1440 }],
  [{ from: 1320, to: 360 }],
];

/** Several spans in order that do not overlap; the last may run on into the next day. */
function daySpans(): fc.Arbitrary<DaySpan[]> {
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...usualSpans),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.uniqueArray(halfHours(), { minLength: 2, maxLength: 6 }), sometimes(4))
        .map(([times, overnight]) => spansOf(times, overnight)),
    },
  );
}

function spansOf(times: number[], overnight: boolean): DaySpan[] {
  const edges = times.sort((a, b) => a - b);
  if (edges.length % 2 === 1) edges.pop();
  const last = overnight ? edges.shift()! : undefined;
  if (last !== undefined) edges.push(last);
  const spans: DaySpan[] = [];
  for (let i = 0; i < edges.length; i += 2) spans.push({ from: edges[i]!, to: edges[i + 1]! });
  return spans;
}

function calendarCase(raw: CalendarRaw, zone: string, base: number): CalendarCase {
  const lines: CalendarLine[] = raw.week.map((week) => ({ line: 'weekly', ...week }));
  let on = base;
  for (const { line, day, length, region, spans } of raw.dated) {
    // Several lines of the same day are what goes wrong.
    if (length % 3 > 0) on = base + day;
    const [, month, date] = isoDay(on).split('-').map(Number) as [number, number, number];
    if (line === 'holidays') lines.push({ line, region });
    if (line === 'yearly') lines.push({ line, month, day: date });
    if (line === 'closed') lines.push({ line, from: on, until: on + length });
    if (line === 'part') lines.push({ line, day: on, span: spans[spans.length - 1]! });
    if (line === 'open') lines.push({ line, day: on, spans });
  }
  const { cutOff } = raw;
  return {
    id: raw.id,
    zone,
    lines,
    ...(cutOff && {
      cutOff: { at: cutOff.at, ...(cutOff.countsFrom !== null && { countsFrom: cutOff.countsFrom }) },
    }),
  };
}

// ---- benchmarks -----------------------------------------------------------------------------------------------

interface RowRaw {
  measure: Count['measure'];
  amount: number;
  second: number;
  when: Kind | null;
  by: By | null;
  rolling: boolean;
  moment: 'none' | 'promised' | 'agreed' | 'earlier' | 'later';
  field: 'promised' | 'agreed';
}

function row(features: Features): fc.Arbitrary<RowRaw> {
  return fc.record({
    measure: measures(),
    amount: fc.nat(5000),
    second: fc.nat(5000),
    when: features.rows ? perhaps(2, 1, kind()) : fc.constant(null),
    by: features.by ? perhaps(2, 3, fc.oneof(fc.constant<By>('close'), halfHours())) : fc.constant(null),
    rolling: features.by ? sometimes(4) : fc.constant(false),
    moment: features.moments
      ? fc.constantFrom<RowRaw['moment']>(
          'none',
          'none',
          'none',
          'none',
          'promised',
          'agreed',
          'earlier',
          'later',
        )
      : fc.constant<RowRaw['moment']>('none'),
    field: fc.constantFrom<'promised' | 'agreed'>('promised', 'agreed'),
  });
}

function rowCase(raw: RowRaw, measure: Count['measure'], none: boolean): RowCase {
  const days =
    measure === 'days' ||
    measure === 'business-days' ||
    measure === 'months' ||
    raw.moment === 'promised' ||
    raw.moment === 'agreed';
  const count: TargetCase = { target: 'count', ...countOf(measure, raw.amount) };
  return {
    ...(raw.when && { when: raw.when }),
    target: targetCase(raw, count),
    ...(days && raw.by !== null && !(none && raw.by === 'close') && { by: raw.by }),
    ...(days && !none && raw.rolling && { rolling: true }),
  };
}

function targetCase(raw: RowRaw, count: TargetCase): TargetCase {
  if (raw.moment === 'none') return count;
  if (raw.moment === 'earlier' || raw.moment === 'later') {
    return { target: raw.moment, of: [count, { target: raw.field }] };
  }
  return { target: raw.moment };
}

/** Minutes up to four days of open or elapsed time, or a few days. */
function countOf(measure: Count['measure'], amount: number): Count {
  switch (measure) {
    case 'elapsed':
    case 'open':
      return { measure, amount: amount % 7 === 0 ? (amount % 5) * 3_600_000 : amount * minute };
    case 'months':
      return { measure, amount: amount % 3 };
    default:
      return { measure, amount: amount % 8 };
  }
}

function sameMeasure(a: TargetCase, b: TargetCase): boolean {
  return a.target === 'count' && b.target === 'count' && a.measure === b.measure;
}

interface PauseRaw {
  while: 'waiting' | 'storm';
  cap: { amount: number; per: 'all' | 'each' } | null;
}

function pause(features: Features): fc.Arbitrary<PauseRaw> {
  return fc.record({
    while: fc.constantFrom<PauseRaw['while']>('waiting', 'waiting', 'storm'),
    cap: features.caps
      ? perhaps(
          1,
          1,
          fc.record({
            amount: fc.integer({ min: 1, max: 3000 }),
            per: fc.constantFrom<'all' | 'each'>('all', 'each'),
          }),
        )
      : fc.constant(null),
  });
}

/** A cap counts in the clock's measure, so only where all rows have the same. */
function pauseCase(raw: PauseRaw, measure: Count['measure'] | undefined): PauseCase {
  if (!raw.cap || measure === undefined || measure === 'months') return { while: raw.while };
  return { while: raw.while, cap: { ...capOf(measure, raw.cap.amount), per: raw.cap.per } };
}

function capOf(measure: Count['measure'], amount: number): Count {
  const days = measure === 'days' || measure === 'business-days';
  return { measure, amount: days ? 1 + (amount % 4) : amount * minute };
}

interface RungRaw {
  at: 'percent' | 'start' | 'due' | 'breach' | 'every';
  offset: 'none' | 'after' | 'before';
  measure: Count['measure'];
  amount: number;
  percent: number;
  limit: number;
  base: 'start' | 'due' | 'breach';
}

function rung(_features: Features): fc.Arbitrary<RungRaw> {
  return fc.record({
    at: fc.constantFrom<RungRaw['at']>('percent', 'percent', 'start', 'due', 'due', 'breach', 'every'),
    offset: fc.constantFrom<RungRaw['offset']>('none', 'after', 'before', 'before'),
    measure: fc.constantFrom<Count['measure']>('elapsed', 'open', 'days', 'business-days'),
    amount: fc.integer({ min: 1, max: 2000 }),
    percent: fc.constantFrom(25, 33, 50, 75, 80, 99, 100),
    limit: fc.integer({ min: 1, max: 4 }),
    base: fc.constantFrom<RungRaw['base']>('start', 'due', 'breach', 'breach'),
  });
}

function rungCase(raw: RungRaw, none: boolean): RungCase {
  const plain = ({ open: 'elapsed', 'business-days': 'days' } as const)[
    raw.measure as 'open' | 'business-days'
  ];
  const measure = none && plain ? plain : raw.measure;
  const count = capOf(measure, raw.amount);
  if (raw.at === 'percent') return { at: 'percent', percent: raw.percent };
  if (raw.at === 'every') return { at: 'every', period: count, base: raw.base, limit: raw.limit };
  if (raw.offset === 'after') return { at: raw.at, after: count };
  return raw.offset === 'before' && raw.at === 'due' ? { at: 'due', before: count } : { at: raw.at };
}

// ---- what happens ---------------------------------------------------------------------------------------------

type What = { is: EventName } | { kind: Kind } | { live: boolean } | { promised: number } | { agreed: When };

function eventsOf(features: Features): EventName[] {
  const events: EventName[] = ['closed', 'closed'];
  if (features.pauses) events.push('held', 'held', 'released', 'released', 'storm-began', 'storm-ended');
  if (features.cancels) events.push('withdrawn');
  if (features.reopening) events.push('reopened', 'reopened');
  if (features.each) events.push('opened');
  return events;
}

function what(features: Features): fc.Arbitrary<What> {
  const events = eventsOf(features);
  const all: fc.Arbitrary<What>[] = [fc.record({ is: fc.constantFrom(...events) })];
  if (features.changes) all.push(fc.record({ kind: kind() }));
  if (features.applies) all.push(fc.record({ live: fc.boolean() }));
  if (features.moments) all.push(fc.record({ promised: fc.nat(20) }), fc.record({ agreed: when() }));
  return fc.oneof(...all.map((arbitrary, place) => ({ weight: place === 0 ? 6 : 1, arbitrary })));
}

const stories: What[][] = [
  [{ is: 'held' }, { is: 'released' }, { is: 'closed' }],
  [{ is: 'held' }, { kind: 'b' }, { is: 'released' }, { is: 'closed' }],
  [{ is: 'held' }, { is: 'storm-began' }, { is: 'released' }, { is: 'storm-ended' }],
  [{ is: 'held' }, { is: 'released' }, { is: 'held' }, { kind: 'c' }, { is: 'released' }, { is: 'held' }],
  [{ is: 'closed' }, { kind: 'b' }, { is: 'reopened' }, { is: 'closed' }],
  [{ is: 'closed' }, { is: 'reopened' }, { is: 'held' }, { is: 'released' }],
  [{ is: 'held' }, { is: 'closed' }, { is: 'reopened' }, { is: 'released' }],
  [{ is: 'held' }, { is: 'closed' }, { is: 'released' }, { is: 'reopened' }, { is: 'held' }],
  [{ is: 'closed' }, { is: 'held' }, { is: 'reopened' }, { is: 'released' }, { is: 'closed' }],
  [{ is: 'closed' }, { is: 'reopened' }, { is: 'closed' }, { is: 'reopened' }, { is: 'closed' }],
  [{ live: false }, { live: true }, { is: 'closed' }],
  [{ live: false }, { is: 'held' }, { live: true }, { is: 'released' }],
  [{ live: true }, { live: false }, { is: 'closed' }, { live: true }],
  [{ live: false }, { is: 'closed' }, { is: 'reopened' }, { live: true }],
  [{ kind: 'b' }, { kind: 'a' }, { kind: 'c' }],
  [{ is: 'withdrawn' }, { is: 'reopened' }, { is: 'opened' }],
  [{ is: 'held' }, { is: 'opened' }, { is: 'released' }, { is: 'closed' }, { is: 'opened' }],
  [{ promised: 3 }, { is: 'held' }, { promised: 9 }, { is: 'released' }],
];

/** Events that make sense after each other, so that what happens seldom by chance happens often. */
function story(features: Features): fc.Arbitrary<{ whens: When[]; whats: What[] }> {
  const knows = (one: What) =>
    'is' in one
      ? one.is === 'closed' || eventsOf(features).includes(one.is)
      : ('kind' in one && features.changes) ||
        ('live' in one && features.applies) ||
        ('promised' in one && features.moments);
  const possible = stories.map((whats) => whats.filter(knows)).filter((whats) => whats.length > 0);
  return fc.record({
    whens: fc.array(when(), { minLength: 6, maxLength: 6 }),
    whats: fc.constantFrom(...possible),
  });
}

function told(
  clocks: Clocks,
  { whens, whats }: { whens: When[]; whats: What[] },
  opened: number,
): LogEntry[] {
  const instants = whens
    .slice(0, whats.length)
    .map((one) => Math.max(opened, instantAt(clocks, one, [opened])));
  instants.sort((a, b) => a - b);
  return whats.map((one, i) => entryOf(clocks, one, instants[i]!));
}

function entryOf(clocks: Clocks, raw: What, at: number): LogEntry {
  if ('is' in raw) return { at, is: raw.is };
  const set: Partial<Fields> =
    'promised' in raw
      ? { promised: clocks.base + raw.promised }
      : 'agreed' in raw
        ? { agreed: instantAt(clocks, raw.agreed, []) }
        : raw;
  return { at, set };
}

function kind(): fc.Arbitrary<Kind> {
  return fc.constantFrom<Kind>('a', 'b', 'c');
}

function measures(): fc.Arbitrary<Count['measure']> {
  return fc.constantFrom<Count['measure']>(
    ...([
      'elapsed',
      'open',
      'open',
      'days',
      'days',
      'business-days',
      'business-days',
      'business-days',
      'months',
    ] as const),
  );
}

/** Something so many times for so many times nothing. */
function perhaps<T>(times: number, nothing: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: nothing, arbitrary: fc.constant(null) }, { weight: times, arbitrary });
}

function mostly<T>(usual: fc.Arbitrary<T>, seldom: T): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(seldom) as fc.Arbitrary<T> },
    { weight: 3, arbitrary: usual },
  );
}

/** True one time in so many. */
function sometimes(of: number): fc.Arbitrary<boolean> {
  return fc.nat(of - 1).map((n) => n === of - 1);
}
