import type { Gap } from '../clock/gaps.ts';
import type { RemedyState } from '../remedy/remedyState.ts';
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
  /** In the policy's order. */
  disputes: DisputeState[];
  rights: RightState[];
  permits: PermitState[];
  /** By metric, in the policy's order: the answers given so far; absent where the policy has no metrics. */
  answers?: Answer[][];
  /** By standard, in the policy's order: the replies so far; absent where the policy has no standards. */
  replies?: Reply[][];
  /** In the policy's order; absent where the policy has no remedies. */
  remedies?: RemedyState[];
  /** By bot that acted; absent while none has. */
  bots?: Record<string, BotState>;
  /** In the order in which they were asked for; absent while none was. */
  handovers?: HandoverState[];
  /** The channels of the case, one after another; absent where the policy has none. */
  channels?: ChannelSpan[];
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

export interface BotState {
  acted: boolean;
  /** Whether it has said that it is no person. */
  disclosed: boolean;
}

export interface HandoverState {
  /** Which of all hand-overs of the policy's bots, from 0. */
  clause: number;
  requested: Instant;
  /** Null beyond the years compiled. */
  due: Instant | null;
  /** When a person took over; null while nobody has. */
  handedOver: Instant | null;
  /** Who did. */
  to?: string;
  /** What must be kept, as it was when it was asked for. */
  kept: Record<string, Stored>;
}

export interface ChannelSpan {
  channel: string;
  since: Instant;
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
  /** The last arrivals of the moments that open and close it, where they come by time: each acts once. */
  opened: Instant | null;
  closed: Instant | null;
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

export interface DisputeState {
  runs: DisputeRunState[];
  /** By `opens` clause: the last arrival of a moment that comes by time. */
  arrived: Record<number, Instant>;
}

export interface DisputeRunState {
  opened: Instant;
  /** In the order in which it came to them; the last is the current one, until it has ended. */
  steps: StepState[];
  ended: { at: Instant; outcome: string } | null;
}

export interface StepState {
  /** From 0, in the order written. */
  step: number;
  /** Starts when the step is entered; breached is overdue. Its number counts the steps of all disputes of that name. */
  clock: RunState;
  left: Instant | null;
  /** What left it: an event, `overdue`, or another moment as written. */
  outcome: string | null;
  /** By `tells` clause. */
  told: RunState[];
  /** By transition: the last arrival of a moment that comes by time. */
  arrived: Record<number, Instant>;
}

export interface RightState {
  /** What is about to open it, or would if `applies when` held. */
  awaited: { opening: number; at: Instant } | null;
  times: RightTime[];
  /** By opening moment: the last arrival of one that comes by time. */
  arrived: Record<number, Instant>;
}

export interface RightTime {
  /** The number of the moment that opened it. */
  opening: number;
  opened: Instant;
  /** The last instant at which it may be used, as things stand. */
  closes: Instant | null;
  closed: Instant | null;
}

export interface PermitState {
  attempts: AttemptState[];
  /** The last arrival of a moment that comes by time. */
  arrived: Instant | null;
}

export interface AttemptState {
  at: Instant;
  /** The clauses that refused it, by number; what they waited for; until when they do so at least. */
  refusedBy: { clause: number; since: Instant | null; until: Instant | null }[];
  /** From when on it would have been allowed, had nothing but time changed. */
  from: Instant | null;
}

/** A finding before its instant is written out. */
export interface StateFinding {
  rule: string;
  at: Instant | null;
  message: string;
  path?: (string | number)[];
  /** An index into the compiled policy's source map. */
  source?: number;
  cites?: string;
}
