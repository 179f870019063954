/**
 * A case as the slow calculator takes it: one policy with one benchmark, and one ticket. Times of day are minutes since
 * local midnight, days are counted from 1970-01-01, instants are milliseconds since the epoch.
 */
export interface Case {
  /** The policy's zone. */
  zone: string;
  /** Days for which everything is worked out, both inclusive. */
  firstDay: number;
  lastDay: number;
  calendars: CalendarCase[];
  /** The calendar counted where the benchmark names none. */
  counts?: string;
  benchmark: BenchmarkCase;
  rungs: RungCase[];
  fields: Fields;
  log: LogEntry[];
  asOf: number;
}

/** `to` not after `from` runs on into the next day. */
export interface DaySpan {
  from: number;
  to: number;
}

export interface CalendarCase {
  id: string;
  zone: string;
  lines: CalendarLine[];
  cutOff?: { at: number; countsFrom?: number };
}

export type CalendarLine =
  /** Weekdays count from 0, Monday. */
  | { line: 'weekly'; days: number[]; spans: DaySpan[] }
  | { line: 'holidays'; region: string }
  | { line: 'yearly'; month: number; day: number }
  | { line: 'closed'; from: number; until: number }
  | { line: 'part'; day: number; span: DaySpan }
  | { line: 'open'; day: number; spans: DaySpan[] };

export type Kind = 'a' | 'b' | 'c';
export type By = 'close' | number;

/** Milliseconds for `elapsed` and `open`, else days or months. */
export interface Count {
  measure: 'elapsed' | 'open' | 'days' | 'business-days' | 'months';
  amount: number;
}

/** `promised` is the ticket's date, `agreed` its date-time. */
export type TargetCase =
  | ({ target: 'count' } & Count)
  | { target: 'promised' }
  | { target: 'agreed' }
  | { target: 'earlier' | 'later'; of: TargetCase[] };

export interface RowCase {
  when?: Kind;
  target: TargetCase;
  by?: By;
  rolling?: boolean;
}

export const stateNames = ['waiting', 'storm'] as const;
export type StateName = (typeof stateNames)[number];

export interface PauseCase {
  while: StateName;
  cap?: Count & { per: 'all' | 'each' };
}

export interface BenchmarkCase {
  /** `from each opened`. */
  each: boolean;
  /** `applies when live`. */
  applies: boolean;
  counts: { calendar: string; when?: Kind }[];
  arrives?: string;
  rows: RowCase[];
  pauses: PauseCase[];
  /** `cancels on withdrawn`. */
  cancels: boolean;
  /** On `reopened`. */
  reopening?: 'resumes' | 'starts a new run';
  /** `retargets never` where false. */
  retargets: boolean;
}

export type RungCase =
  | { at: 'percent'; percent: number }
  | { at: 'start' | 'due' | 'breach'; after?: Count; before?: Count }
  | { at: 'every'; period: Count; base: 'start' | 'due' | 'breach'; limit: number };

export interface Fields {
  kind: Kind;
  live: boolean;
  /** A day. */
  promised?: number;
  /** An instant. */
  agreed?: number;
}

/** `opened` starts the clock and `closed` stops it; the states are between the pairs that follow. */
export const eventNames = [
  'received',
  'opened',
  'closed',
  'held',
  'released',
  'storm-began',
  'storm-ended',
  'withdrawn',
  'reopened',
] as const;
export type EventName = (typeof eventNames)[number];

export type LogEntry = { at: number; is: EventName } | { at: number; set: Partial<Fields> };

/** What the calculator and the engine must say alike. */
export interface RunResult {
  run: number;
  status: string;
  started: number;
  /** Of the row, from 0. */
  row?: number;
  due?: number | null;
  remaining?: number;
  breachedAt?: number;
  stopped?: number;
  elapsed?: number;
  paused?: number;
  reopened?: number;
  /** `[instant, rung from 0, occurrence from 1]` in order. */
  fired: [at: number, rung: number, occurrence: number][];
}
