import type { Gap } from '../clock/gaps.ts';
import type { Instant } from '../time/zone.ts';
import type { Stored } from '../value/stored.ts';

/**
 * A ticket between two steps: plain JSON, so that a runtime can store it. Everything in it derives from the events
 * seen; nothing is accumulated that could not be derived again.
 */
export interface State {
  ticket: string;
  /** The policy's id and version, so that a state is never continued under another policy. */
  policy: string;
  version: string;
  /** The latest instant handled; null before the first event. */
  now: Instant | null;
  /** Whether timers of `now` still wait until every event of that instant has been handled. */
  open: boolean;
  began: boolean;
  fields: Record<string, Stored>;
  events: Record<string, Occurrences>;
  /** By watcher number: the first occurrence for which `E where C` held. */
  firsts: Record<string, Instant>;
  /** In the policy's order. */
  states: StateSpan[];
  /** In the policy's order. */
  benchmarks: BenchmarkState[];
  /** By metric, in the policy's order: the answers given so far; absent where the policy has no metrics. */
  answers?: Answer[][];
  /** By standard, in the policy's order: the replies so far; absent where the policy has no standards. */
  replies?: Reply[][];
  /** Ids of events seen, so that the same event twice is one. */
  seen: string[];
  findings: StateFinding[];
}

export interface Answer {
  at: Instant;
  /** For a share or a count: whether its condition holds. */
  holds?: boolean;
  /** For the others: what it is worth, decimal text. */
  value?: string;
}

export interface Reply {
  event: string;
  /** From 1. */
  occurrence: number;
  at: Instant;
  /** What it lacks; null where the event does not say what it contains. */
  missing: string[] | null;
}

export interface Occurrences {
  first: Instant;
  latest: Instant;
  count: number;
  by?: string;
  data?: Record<string, Stored>;
}

export interface StateSpan {
  /** Since when the state holds; null while it does not. */
  since: Instant | null;
  /** The last arrival of a computed moment that opened or closed it. */
  arrived: Instant | null;
}

export interface BenchmarkState {
  /** A cancelling event came before the start: no run may start. */
  prevented: boolean;
  runs: RunState[];
  /** By moment, see `ClockMoment.key`: the last arrival of a moment that comes by time, so that each acts once. */
  arrived: Record<string, Instant>;
}

/** Why a clock did not count: the number of its `pauses` clause, or `reopened` between a stop and a reopening. */
export type GapCause = number | 'reopened';

export interface RunGap extends Gap {
  begin: Instant;
  /** Null while it lasts. */
  end: Instant | null;
  cause: GapCause;
}

export interface RunState {
  run: number;
  /** The instant of its start, before any cut-off moves it. */
  start: Instant;
  /** Whether the starting event is judged by the cut-off. */
  arrives: boolean;
  /** Whether `applies when` holds, and whether it ever did. */
  applies: boolean;
  applied: boolean;
  /** The row chosen, its calendar, or null where none fits. */
  row: number | null;
  calendar: string | null;
  gaps: RunGap[];
  /** By `pauses` clause. */
  pauses: PauseState[];
  due: Instant | null;
  /** The next instant at which this run does something by itself. */
  wake: Instant | null;
  breached: Instant | null;
  /** The due instant at which it was breached. */
  missed: Instant | null;
  stopped: Instant | null;
  cancelled: Instant | null;
  /** When `applies when` became false, which cancelled it; null again where it comes to apply anew. */
  ceased: Instant | null;
  /** The number of the `not assessed` clause that holds for it. */
  notAssessed: number | null;
  /** By ladder and rung, `0.2`: how many occurrences have passed. */
  fired: Record<string, number>;
}

export interface PauseState {
  /** Since when it pauses the clock, or would but for its cap; null while its condition does not hold, or the clock is stopped. */
  since: Instant | null;
  /** The number of spans before those of the pause that lasts, which a stop of the clock does not end; null without one. */
  begun: number | null;
  /** Spans for which it paused the clock and that have ended. */
  spans: Gap[];
  /** Whether its cap has been reached: for the span that lasts, or for good. */
  capped: boolean;
}

/** A finding before its instant is written out. */
export interface StateFinding {
  rule: string;
  at: Instant | null;
  message: string;
  path?: (string | number)[];
}
