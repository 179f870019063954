import type { AutomationDef } from './policy/automation.ts';
import type { ChannelDef } from './policy/channel.ts';
import type { DisputeDef } from './policy/dispute.ts';
import type { PersonDef, RoleDef } from './policy/people.ts';
import type { PermitDef } from './policy/permit.ts';
import type { MetricDef, ReportDef, StandardDef } from './policy/quality.ts';
import type { RateDef } from './policy/rate.ts';
import type { RecordDef } from './policy/record.ts';
import type { RemedyDef } from './policy/remedy.ts';
import type { RightDef } from './policy/right.ts';

/**
 * The compiled policy: plain JSON, complete in itself. It is what `export` writes and the only thing the engine reads,
 * so what is previewed is what runs. The JSON Schema beside this file is generated from these types.
 *
 * Names are the policy's own; instants are whole milliseconds since the epoch; local times are milliseconds since
 * local midnight; local dates are ISO texts. A `source` is an index into `sources.spans`.
 */
export const policyFormat = 'slapolicy/1';

export interface Policy {
  format: typeof policyFormat;
  id: string;
  title?: string;
  version: string;
  /** Local dates in the policy's zone, both inclusive. */
  effective: { from?: string; until?: string };
  /** Local dates, both inclusive, for which zones and holidays are compiled. */
  covers: { from: string; until: string };
  /** IANA name; one of `zones`. */
  zone: string;
  currency?: string;
  /** The calendar counted where a benchmark names none. */
  counts?: string;
  /** The event a case begins with. */
  begins?: string;
  /** The regulations that the policy claims to conform to; a proof shows it, nothing runs. */
  conforms?: string[];
  /** Versions of the data compiled in. */
  data: { zones: string; holidays: string };
  fields: FieldDef[];
  events: EventDef[];
  roles: RoleDef[];
  people: PersonDef[];
  states: StateDef[];
  zones: ZoneDef[];
  calendars: CalendarDef[];
  benchmarks: BenchmarkDef[];
  ladders: LadderDef[];
  disputes: DisputeDef[];
  rights: RightDef[];
  permits: PermitDef[];
  rates: RateDef[];
  remedies: RemedyDef[];
  metrics: MetricDef[];
  standards: StandardDef[];
  reports: ReportDef[];
  automations: AutomationDef[];
  channels: ChannelDef[];
  /** The field of the ticket that says on which channel a case is; absent where no channel is one of its values. */
  channelField?: string;
  records: RecordDef[];
  /** What waits for a regulation that is not adopted, and so is not run: every simulation says so in a finding. */
  notRun: NotRun[];
  sources: SourceMap;
}

export interface SourceMap {
  /** Paths relative to the policy's file, with `/`. */
  files: string[];
  /** `[file, line, column, endLine, endColumn]`; lines and columns begin at 1, columns count UTF-16 units. */
  spans: [number, number, number, number, number][];
}

export interface NotRun {
  /** The word of the declaration: `benchmark`, `ladder`. */
  kind: string;
  name: string;
  source: number;
}

// ---- values ---------------------------------------------------------------------------------------------------

export type Value =
  | { type: 'word'; value: string }
  | { type: 'text'; value: string }
  | { type: 'flag'; value: boolean }
  /** Decimal text: numbers are exact. */
  | { type: 'number'; value: string }
  | { type: 'percent'; value: string }
  | { type: 'money'; value: string; currency: string }
  | { type: 'date'; value: string }
  | { type: 'instant'; at: number }
  | { type: 'duration'; value: Duration };

/** What a clock counts. `months` become a number of day ends when the clock starts. */
export type Measure = 'elapsed' | 'open' | 'days' | 'business-days' | 'months';

export interface Duration {
  measure: Measure;
  /** Milliseconds for `elapsed` and `open`; days (a week is seven); business days; months (a year is twelve). */
  amount: number;
  /** As the author wrote it: `2 business days`. */
  text: string;
}

export interface FieldDef {
  name: string;
  type: 'one of' | 'yes or no' | 'number' | 'money' | 'date' | 'date-time' | 'duration' | 'text';
  /** In the order declared, for `one of`. */
  values?: string[];
  /** Whether that order means something: `a < b`. */
  ordered?: boolean;
  /** Bounds of a number, inclusive, decimal text. */
  from?: string;
  to?: string;
  optional: boolean;
  default?: Value;
}

export interface EventDef {
  name: string;
  data: FieldDef[];
}

// ---- expressions ----------------------------------------------------------------------------------------------

export type Amount =
  | { kind: 'value'; value: Value }
  | { kind: 'field'; field: string }
  /** Of the event's latest occurrence. */
  | { kind: 'data'; event: string; field: string }
  /** Of the benchmark's latest run, in its own clock's measure. */
  | { kind: 'elapsed'; benchmark: string }
  | { kind: 'rate'; rate: string }
  /** A number: what a remedy has counted so far. */
  | { kind: 'late'; unit: 'days' | 'hours' }
  | { kind: 'binary'; operator: '+' | '-' | '*' | '/'; left: Amount; right: Amount }
  | { kind: 'choice'; which: 'greater' | 'lesser'; of: Amount[] };

export type Moment =
  /** The latest occurrence; in `from`, `until` and `on`, the next one. */
  | { kind: 'event'; event: string }
  | { kind: 'first'; event: string }
  /** The first occurrence for which the condition holds. */
  | { kind: 'where'; event: string; condition: Condition }
  /** A date or date-time field; as a deadline the last millisecond of its day, else the first. */
  | { kind: 'field'; field: string }
  /** A date or date-time of an event's latest occurrence. */
  | { kind: 'data'; event: string; field: string }
  | { kind: 'date'; date: string }
  | { kind: 'instant'; at: number }
  /** Of the benchmark's latest run. */
  | { kind: 'benchmark'; benchmark: string; what: 'start' | 'due' | 'breach' | 'met' }
  /** Of the right itself. */
  | { kind: 'opening'; right: string }
  | { kind: 'offset'; duration: Duration; direction: 'after' | 'before'; of: Moment; calendar?: string }
  | { kind: 'computed offset'; span: Span; direction: 'after' | 'before'; of: Moment; calendar?: string }
  | { kind: 'earlier' | 'later'; of: Moment[] }
  /** `or`: whichever comes first. */
  | { kind: 'either'; of: Moment[] };

export type Comparison = 'is' | 'at least' | 'at most' | 'more than' | 'less than';

/** `is not` and `is not one of` are `not` around their positive. */
export type Condition =
  | { kind: 'and' | 'or'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'compare'; left: Amount; operator: Comparison; right: Amount }
  | { kind: 'one of'; left: Amount; values: Value[] }
  | { kind: 'amount set'; of: Amount }
  | { kind: 'moment set'; of: Moment }
  | { kind: 'flag'; field: string }
  | { kind: 'state'; state: string }
  /** It is open: it has begun and has not ended; with a step, it has come to that. */
  | { kind: 'dispute'; dispute: string; step?: string }
  /** The calendar is open. */
  | { kind: 'open'; calendar: string }
  | { kind: 'order'; left: Moment; operator: 'before' | 'after'; right: Moment }
  /** `left` is `operator` `duration` `direction` `right`. */
  | {
      kind: 'distance';
      left: Moment;
      operator: Exclude<Comparison, 'is'>;
      duration: Duration;
      direction: 'before' | 'after';
      right: Moment;
      calendar?: string;
    }
  | {
      kind: 'computed distance';
      left: Moment;
      operator: Exclude<Comparison, 'is'>;
      span: Span;
      direction: 'before' | 'after';
      right: Moment;
      calendar?: string;
    }
  /** `received after 16:00`, in the zone of the calendar counted, else the policy's. */
  | { kind: 'time of day'; left: Moment; operator: 'before' | 'after'; time: number; zone: string }
  | { kind: 'closed day'; left: Moment; calendar: string };

// ---- time -----------------------------------------------------------------------------------------------------

export interface ZoneDef {
  name: string;
  /**
   * `[instant, offset]`, ascending: from the instant on, local time is UTC plus the offset in milliseconds. The first
   * entry stands before everything covered.
   */
  offsets: [number, number][];
}

export interface CalendarDef {
  id: string;
  zone: string;
  /**
   * The base calendar's rules first, then its own. Weekly hours: the last rule that names a weekday gives its hours.
   * Dated rules then apply in order, the last one winning.
   */
  rules: CalendarRule[];
  cutOff?: { at: number; countsFrom?: number; source: number };
  source: number;
}

/** `[from, to]` in local milliseconds since midnight; `to` not after `from` runs on into the next day. */
export type LocalSpan = [number, number];

export type CalendarRule =
  /** Weekdays count from 0, Monday. */
  | { rule: 'weekly'; days: number[]; spans: LocalSpan[]; source: number }
  | { rule: 'holidays'; region: string; days: [date: string, name: string][]; source: number }
  | { rule: 'yearly'; month: number; day: number; name?: string; source: number }
  /** Whole days, both inclusive. */
  | { rule: 'closed'; from: string; until: string; name?: string; source: number }
  /** Part of each day. */
  | { rule: 'part'; from: string; until: string; spans: LocalSpan[]; name?: string; source: number }
  /** Instead of those days' hours. */
  | { rule: 'open'; from: string; until: string; spans: LocalSpan[]; source: number };

export interface StateDef {
  id: string;
  from: Moment;
  until: Moment;
  source: number;
}

// ---- benchmarks -----------------------------------------------------------------------------------------------

/** What a clock waits for. Counts pause, moments do not. */
/** A duration that a field holds or a rate gives. */
export type Span = { kind: 'field'; field: string } | { kind: 'rate'; rate: string };

export type Target =
  | { kind: 'count'; duration: Duration; by?: By; rolling?: boolean }
  /** A field whose value is a duration. */
  | { kind: 'field'; field: string; by?: By; rolling?: boolean }
  /** A rate whose values are durations. */
  | { kind: 'rate'; rate: string; by?: By; rolling?: boolean }
  | { kind: 'moment'; moment: Moment; by?: By; rolling?: boolean }
  | { kind: 'earlier' | 'later'; of: Target[]; by?: By; rolling?: boolean };

/** `by close`, or a local time of the day. */
export type By = 'close' | number;

export interface RowDef {
  target: Target;
  /** Absent: always. */
  when?: Condition;
  /** As written: `2 business days when priority is urgent`. */
  text: string;
  source: number;
}

export interface BenchmarkDef {
  /** `acknowledge`, or `acma-complaints.acknowledge` for a regulation that the policy adopts. */
  id: string;
  title?: string;
  cites?: string;
  status?: string;
  /** The benchmarks of regulations that it claims to meet: `acma-complaints.acknowledge`. */
  meets?: string[];
  applies?: Condition;
  /** A run for every start. */
  each: boolean;
  from: Moment;
  until: Moment;
  /** Roles or people who may stop the clock; absent: anybody. */
  by?: string[];
  /** Tried in order; with none that holds, the policy's. */
  counts: { calendar: string; when?: Condition; source: number }[];
  /** The calendar that judges arrival, where it is not the one counted. */
  arrives?: string;
  /** Tried in order. */
  rows: RowDef[];
  every?: { period: Duration; expects: Moment; source: number };
  pauses: PauseDef[];
  cancels: { on: Moment; source: number }[];
  reopening?: { on: Moment; effect: 'resumes' | 'starts a new run'; source: number };
  /** False: `retargets never`. */
  retargets: boolean;
  notAssessed: { while: Condition; reason?: string; source: number }[];
  attain: AttainDef[];
  /** Of the `from` clause. */
  fromSource: number;
  source: number;
}

export interface PauseDef {
  while: Condition;
  cap?: { duration: Duration; per: 'all' | 'each' };
  text: string;
  source: number;
}

export interface AttainDef {
  levels: { operator: Exclude<Comparison, 'is'>; percent: string; in?: Duration }[];
  window?: WindowDef;
  by?: string;
  per?: string;
  over?: number;
  when?: Condition;
  text: string;
  source: number;
}

export interface WindowDef {
  unit: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  /** Of the first window of a year; absent: 1 January. */
  starting?: { month: number; day: number };
}

// ---- ladders --------------------------------------------------------------------------------------------------

export interface LadderDef {
  id: string;
  on: string;
  cites?: string;
  rungs: RungDef[];
  source: number;
}

export interface RungDef {
  time: RungTime;
  when?: Condition;
  actions: ActionDef[];
  /** As written: `at 2 business hours before due`. */
  text: string;
  source: number;
}

export type RungBase = 'start' | 'due' | 'breach';
export type RungTime =
  /** A fraction of the target: `50%` is `[50, 100]`. */
  | { kind: 'percent'; of: [number, number] }
  | { kind: 'at'; base: RungBase; offset?: { duration: Duration; direction: 'after' | 'before' } }
  /** The same with a duration that a field holds or a rate gives. */
  | { kind: 'computed at'; base: RungBase; span: Span; direction: 'after' | 'before' }
  | { kind: 'moment'; moment: Moment }
  | { kind: 'earlier' | 'later'; of: RungTime[] }
  | { kind: 'every'; period: Duration; base: RungBase; limit?: number }
  /** Counted from another moment, on the run's clock too. */
  | { kind: 'every after'; period: Duration; moment: Moment; limit?: number };

export type ActionDef =
  | { action: 'notify'; to: string[]; by: string[] }
  | { action: 'assign'; to: string }
  | { action: 'raise'; field: string }
  | { action: 'set'; field: string; value: Amount }
  | { action: 'emit'; event: string };
