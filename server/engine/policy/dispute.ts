import type { Amount, BenchmarkDef, Condition, Duration, Moment, PauseDef, RowDef } from '../policy.ts';

/** A disagreement, decided step by step. */
export interface DisputeDef {
  id: string;
  cites?: string;
  /** Each of them opens it. */
  opens: OpeningDef[];
  /** It enters the first. */
  steps: StepDef[];
  source: number;
}

/** What opens a dispute or a right. */
export interface OpeningDef {
  on: Moment;
  when?: Condition;
  /** As written: `dispute-raised when category is complaint`. */
  text: string;
  source: number;
}

export interface StepDef {
  id: string;
  cites?: string;
  /** The role or person who decides it. */
  owner?: string;
  /** Somebody outside who decides it, and by which name it goes. */
  heard?: { by: string; body?: string; source: number };
  /** Decided by nobody who has had a hand in the case before. */
  independent?: { source: number };
  /** Permits, remedies and other things that stand still meanwhile. */
  freezes?: { what: string[]; source: number };
  tells: TellDef[];
  /** Its own calendars first, then the dispute's. */
  counts: BenchmarkDef['counts'];
  /** Tried in order; without any, it lasts until an event ends it. */
  rows: RowDef[];
  pauses: PauseDef[];
  /** Whom its decision binds. */
  binds?: { parties: string[]; upTo?: Amount; text: string; source: number };
  /** The first that fits leaves the step. */
  transitions: TransitionDef[];
  source: number;
}

/** Somebody must hear of the step in time. */
export interface TellDef {
  party: string;
  /** The event by which it is done. */
  with: string;
  within: Duration;
  /** As written: `customer with referral-told in 2 business days`. */
  text: string;
  source: number;
}

export interface TransitionDef {
  on: Moment | 'overdue';
  when?: Condition;
  /** The number of a step, from 0, or the outcome with which the dispute ends. */
  to: { step: number } | { ends: string };
  /** What `on` names, as written: `rejected`. */
  cause: string;
  /** As written: `on rejected -> ombudsman`. */
  text: string;
  source: number;
}
