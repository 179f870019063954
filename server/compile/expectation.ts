import type { Status } from '../engine/outcome.ts';
import type { Instant } from '../engine/time/zone.ts';
import type { QualityExpectation } from './qualityExpectation.ts';

/** Where something stands in a file: offsets in UTF-16 units; line and column from 1. */
export interface SourcePlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** Any instant from one to another, both inclusive: a date is its whole day, `16:59` its whole minute. */
export interface When {
  readonly text: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface Expected {
  /** As written, without `expect`. */
  readonly text: string;
  readonly source: SourcePlace;
  /** `expect no …` */
  readonly negated: boolean;
}

/** With several runs and no number, all of them are meant. */
export interface BenchmarkExpectation extends Expected {
  readonly kind: 'benchmark';
  readonly benchmark: string;
  readonly run?: number;
  readonly status?: Status;
  readonly due?: When;
  /** When it was breached, and otherwise when its clock started. */
  readonly since?: When;
}

export interface ActionExpectation extends Expected {
  readonly kind: 'action';
  readonly ladder: string;
  /** Absent for `no late-resolution`: nothing at all. */
  readonly action?: 'notify' | 'assign' | 'raise' | 'emit';
  /** Whom it notifies or assigns, the field it raises, the event it emits. */
  readonly whom?: string;
  /** The rungs that are meant, from 1. */
  readonly rungs?: readonly number[];
  readonly at?: When;
}

/** About a bot's hand-over, a channel on which the case was, or the dates of a record. */
export interface ConductExpectation extends Expected {
  readonly kind: 'conduct';
  readonly of: 'automation' | 'channel' | 'record';
  readonly name: string;
  /** Of hand-overs; with several and no number, all of them are meant. */
  readonly run?: number;
  readonly status?: Status;
  /** Of a hand-over; of a record any of its dates. */
  readonly due?: When;
  /** When the case came to the channel. */
  readonly since?: When;
}

/** Without a number, the latest dispute of the name is meant. Alone it means that it was opened. */
export interface DisputeExpectation extends Expected {
  readonly kind: 'dispute';
  readonly dispute: string;
  readonly run?: number;
  /** The step that it has come to. */
  readonly step?: string;
  /** The outcome with which it has ended. */
  readonly ended?: string;
  readonly opened?: When;
  /** When the current step falls overdue. */
  readonly due?: When;
  /** When it came to its current step or ended; without a step or an outcome, when it was opened. */
  readonly since?: When;
}

/** That it was open at some time, then. */
export interface RightExpectation extends Expected {
  readonly kind: 'right';
  readonly right: string;
  readonly opened?: When;
  readonly closes?: When;
}

/** That it was asked for, then, and with that answer. */
export interface PermitExpectation extends Expected {
  readonly kind: 'permit';
  readonly permit: string;
  readonly allowed?: boolean;
  readonly at?: When;
}

/** With several claims and no number, their sum is meant. `no R`: it was never triggered. */
export interface RemedyExpectation extends Expected {
  readonly kind: 'remedy';
  readonly remedy: string;
  readonly run?: number;
  /** Decimal text. */
  readonly amount?: { readonly value: string; readonly currency: string };
  /** Of validity. */
  readonly days?: number;
  /** By when it must be paid. */
  readonly due?: When;
  readonly automatic?: boolean;
}

export interface FindingExpectation extends Expected {
  readonly kind: 'finding';
  readonly rule: string;
}

/** About something that the engine does not run yet: nobody judges it. */
export interface NotRunExpectation extends Expected {
  readonly kind: 'not run';
  /** `dispute`, `remedy` … */
  readonly what: string;
  readonly name: string;
}

export type Expectation =
  | BenchmarkExpectation
  | ActionExpectation
  | DisputeExpectation
  | RightExpectation
  | PermitExpectation
  | RemedyExpectation
  | ConductExpectation
  | QualityExpectation
  | FindingExpectation
  | NotRunExpectation;
