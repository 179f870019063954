/** What happened to a ticket and why: the JSON that `simulate` writes, keys in this order. Instants are ISO texts. */
export interface Outcome {
  ticket: string;
  policy: string;
  version: string;
  /** Null for a ticket without a usable event. */
  asOf: string | null;
  /** When the case began; only where something is counted by it. */
  began?: string;
  benchmarks: BenchmarkOutcome[];
  actions: ActionOutcome[];
  /** The answers it gives to the policy's metrics, in their order; only where it has any. */
  metrics?: MetricOutcome[];
  /** Its replies, by the standards that say what they must contain; only where there are any. */
  standards?: StandardOutcome[];
  projected: ProjectedOutcome[];
  findings: Finding[];
}

export const statuses = [
  'met',
  'breached',
  'running',
  'paused',
  'cancelled',
  'not-applicable',
  'not-assessed',
] as const;
export type Status = (typeof statuses)[number];

/** In the clock's own measure. */
export type Amounted = { ms: number } | { days: number };

export interface BenchmarkOutcome {
  id: string;
  run: number;
  status: Status;
  /** As written: `10 business days`. */
  target?: string;
  started: string;
  /** Null while paused, when `remaining` says what is left. */
  due?: string | null;
  remaining?: Amounted;
  breachedAt?: string;
  stopped?: string;
  elapsed?: Amounted;
  paused?: Amounted;
  /** Between a stop and the reopening that superseded it. */
  reopened?: Amounted;
  /** By `attain` clause that counts this run: what `tally` needs to know of it. */
  assessed?: Assessed[];
  because?: Reason[];
}

/** A run as an `attain` clause counts it. While it runs, what it would be if it were breached when due. */
export interface Assessed {
  /** From 0, in the order written. */
  clause: number;
  /** The first day of its window; absent for a clause without windows. */
  window?: string;
  /** The value of the `per` field. */
  group?: string;
  /** By level: whether it counts as attained. */
  levels: boolean[];
}

/** One answer, or the ticket itself, as a metric counts it. */
export interface MetricOutcome {
  id: string;
  at: string;
  /** Whether it is one of those that are counted, for a share or a count. */
  holds?: boolean;
  /** What it is worth, decimal text in the metric's unit, for the others. */
  value?: string;
  /** The targets for which it counts. */
  targets: AnsweredTarget[];
}

export interface AnsweredTarget {
  /** From 0, in the order written. */
  target: number;
  /** The first day of its window. */
  window: string;
  /** The value of the `per` field. */
  group?: string;
}

/** A reply, as a standard judges it. */
export interface StandardOutcome {
  id: string;
  event: string;
  /** From 1: the how manieth of that event. */
  occurrence: number;
  at: string;
  /** `not-stated` where the event does not say what it contains. */
  status: 'met' | 'breached' | 'not-stated';
  /** What it lacks. */
  missing?: string[];
  /** Its place in the audit: replies with the lowest draws are looked at. */
  audit?: { window: string; draw: string; drawn: boolean };
}

/**
 * One step of an explanation, in order, so that a person with a calendar on the wall can check it. `text` is a
 * sentence; the other keys say the same for machines.
 */
export interface Reason {
  why:
    | 'started'
    | 'arrived'
    | 'row'
    | 'calendar'
    | 'counted'
    | 'skipped'
    | 'paused'
    | 'reopened'
    | 'due'
    | 'breached'
    | 'stopped'
    | 'cancelled'
    | 'not-applicable'
    | 'not-assessed';
  text: string;
  at?: string;
  from?: string;
  to?: string;
  day?: string;
  ms?: number;
  days?: number;
  /** An index into the compiled policy's source map. */
  source?: number;
  cites?: string;
}

export interface ActionOutcome {
  at: string;
  ladder: string;
  /** From 1, in the order written. */
  rung: number;
  occurrence: number;
  /** The benchmark's run. */
  run: number;
  action: 'notify' | 'assign' | 'raise' | 'set' | 'emit';
  to?: string[];
  by?: string[];
  field?: string;
  value?: string;
  event?: string;
  /** Names what happened, so that acting twice can be avoided. */
  id: string;
}

export interface ProjectedOutcome {
  at: string;
  benchmark: string;
  /** `breach`, or the rung's text. */
  effect: string;
}

export interface Finding {
  rule: string;
  at?: string;
  message: string;
  /** Where in the ticket's JSON: `["events", 2, "at"]`. */
  path?: (string | number)[];
  /** Of the ticket file, from 1, where it is known. */
  line?: number;
  column?: number;
}
