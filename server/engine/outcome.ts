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
  /** Every step that was entered; only where the policy has disputes. */
  disputes?: DisputeOutcome[];
  /** Every time that one was open; only where the policy has rights. */
  rights?: RightOutcome[];
  /** Everything done that needs one; only where the policy has permits. */
  permits?: PermitOutcome[];
  /** What is owed, claim by claim; only where the policy has remedies. */
  remedies?: RemedyOutcome[];
  /** Breaches of which several make a repetition, also across tickets; only where there are any. */
  repetitions?: RepetitionOutcome[];
  /** The answers it gives to the policy's metrics, in their order; only where it has any. */
  metrics?: MetricOutcome[];
  /** Its replies, by the standards that say what they must contain; only where there are any. */
  standards?: StandardOutcome[];
  /** Hand-overs from bots to people; only where the policy has bots that hand over. */
  automations?: HandoverOutcome[];
  /** Only where the policy has channels. */
  channels?: ChannelOutcome[];
  /** Only where the policy has records. */
  records?: RecordOutcome[];
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

/** What is owed because of one trigger, as of the outcome's instant. */
export interface RemedyOutcome {
  id: string;
  run: number;
  /** When it was triggered. */
  at: string;
  /** The run that was breached, where a breach triggered it. */
  breach?: { benchmark: string; run: number };
  /** Absent: the provider. */
  owedBy?: string;
  /** Rounded half up, once, to the currency's minor unit; absent where nothing is paid in money or it cannot be said. */
  amount?: string;
  currency?: string;
  /** Days by which something stays valid longer. */
  validity?: { days: number };
  /** Whether it is owed without being asked for; only where the remedy says. */
  automatic?: boolean;
  /** The remedy that is paid in its place, because both are not owed together. */
  instead?: string;
  /** Since when it no longer grows; absent while it may. */
  ended?: string;
  /** Until when it must be paid; null beyond the compiled years. */
  paidBy?: string | null;
  owes?: ObligationOutcome[];
  requires?: ObligationOutcome[];
  reports?: { to: string; due?: string | null }[];
  exposes?: { upTo: string; currency?: string; citation?: string }[];
  suspends?: { what: string; citation?: string }[];
  /** Caps of a window, which the summary applies to all claims in it. */
  caps?: WindowCap[];
  because?: Reason[];
}

export interface ObligationOutcome {
  what: string;
  due?: string | null;
}

export interface WindowCap {
  /** From 0, among what is done to the sum, in the order written. */
  clause: number;
  /** In the claim's currency. */
  at: string;
  /** The first day of the window that the trigger lies in. */
  window: string;
  /** The value of the `per` field. */
  group?: string;
}

/** What the summary needs to find repetitions across tickets. */
export interface RepetitionOutcome {
  remedy: string;
  /** The value of the `per` field. */
  group?: string;
  /** When runs of the benchmark were breached, in order. */
  breaches: string[];
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

/** A person was asked for, and has taken over from a bot or not. */
export interface HandoverOutcome {
  /** The automation. */
  id: string;
  run: number;
  status: 'met' | 'breached' | 'running';
  /** As written: `5 minutes`. */
  target: string;
  requested: string;
  /** Null beyond the compiled years. */
  due: string | null;
  handedOver?: string;
  /** Who took over. */
  to?: string;
  because?: Reason[];
}

/** A channel on which a case was, from an instant until the next one. */
export interface ChannelOutcome {
  id: string;
  since: string;
  /** Whether it was open when the case came there; absent where nothing is said of its hours. */
  open?: boolean;
  /** When it opens next, where it was not. */
  opens?: string;
}

/** A record of a case: until when it is kept, and what of it is blacked out when. */
export interface RecordOutcome {
  id: string;
  /** Inclusive; null while nothing has happened from which it counts. Absent where the policy does not say. */
  keptUntil?: string | null;
  redactions: { what: string[]; due: string | null }[];
  because?: Reason[];
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
    | 'not-assessed'
    | 'waiting'
    | 'triggered'
    | 'paid'
    | 'deducted'
    | 'raised'
    | 'capped'
    | 'not-together'
    | 'owed'
    | 'payable'
    | 'decides'
    | 'freezes'
    | 'binds'
    | 'told'
    | 'overdue'
    | 'ended'
    | 'opened'
    | 'closes'
    | 'closed'
    | 'allowed'
    | 'refused';
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

/** A step of a dispute. */
export interface DisputeOutcome {
  id: string;
  /** From 1: the second is a second dispute after the end of the first. */
  run: number;
  step: string;
  entered: string;
  /** As written: `10 business days`; absent where the step may last for ever. */
  target?: string;
  /** Null while paused, when `remaining` says what is left. */
  due?: string | null;
  remaining?: Amounted;
  overdueAt?: string;
  paused?: Amounted;
  left?: string;
  /** What left it: an event, `overdue`, or another moment as written. */
  outcome?: string;
  /** With what the dispute ended here. */
  ended?: string;
  /** Whom its decision binds, and up to how much. */
  binds?: { parties: string[]; amount?: string; currency?: string };
  /** Who had to be told, and whether they were. */
  told?: ToldOutcome[];
  because?: Reason[];
}

export interface ToldOutcome {
  party: string;
  /** The event by which it is done. */
  with: string;
  status: 'met' | 'breached' | 'running';
  due: string | null;
  at?: string;
}

export interface RightOutcome {
  id: string;
  opened: string;
  /** The last instant at which it may be used; absent where it does not close. */
  closes?: string;
  /** When it came to an end, if it has. */
  closed?: string;
  because?: Reason[];
}

export interface PermitOutcome {
  id: string;
  at: string;
  allowed: boolean;
  /** The first instant at which it would have been allowed, had nothing but time changed. */
  from?: string;
  because?: Reason[];
}

export interface ProjectedOutcome {
  at: string;
  /** What it concerns: one of these. */
  benchmark?: string;
  dispute?: string;
  right?: string;
  permit?: string;
  /** `breach`, the rung's text, or what becomes of the dispute, the right or the permit. */
  effect: string;
}

export interface Finding {
  rule: string;
  at?: string;
  message: string;
  /** What of the policy it is about: an index into the compiled policy's source map, and what it rests on. */
  source?: number;
  cites?: string;
  /** Where in the ticket's JSON: `["events", 2, "at"]`. */
  path?: (string | number)[];
  /** Of the ticket file, from 1, where it is known. */
  line?: number;
  column?: number;
}
