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
  | QualityExpectation
  | FindingExpectation
  | NotRunExpectation;
