import type { Gap } from '../clock/gaps.ts';
import type { LocalDay } from '../time/localDate.ts';
import type { Instant } from '../time/zone.ts';

/** A remedy of a ticket between two steps. */
export interface RemedyState {
  /** By clause, those of `pauses` first and then those of `unless`: when its condition held. */
  clauses: HeldSpans[];
  runs: RemedyRun[];
  /** The last arrival of a trigger that comes by time. */
  arrived: Instant | null;
}

export interface HeldSpans {
  /** Since when the condition holds; null while it does not. */
  since: Instant | null;
  /** Ended, ascending and disjoint. */
  spans: { begin: Instant; end: Instant }[];
}

/** One claim: what is owed since one trigger. */
export interface RemedyRun {
  /** From 1. */
  run: number;
  at: Instant;
  /** The benchmark and its run that were breached; null for a trigger that is no breach. */
  breach: { benchmark: number; run: number } | null;
  /** The calendar whose days and hours are counted; null for the policy's zone alone. */
  calendar: string | null;
  /** Up to where, exclusive, what has come due is priced. */
  settled: Instant;
  /** The `unless` clause that held when it was triggered: what is paid once is not owed. */
  barred: number | null;
  /** The `stops` clause that was reached. */
  stopped: { at: Instant; clause: number } | null;
  /** By sequence, in the order of the policy. */
  counted: CountState[];
  /** What is paid once, settled when the lateness ended; null while it lasts. */
  once: Price | null;
  /** By when it must be paid, known once it has ended: what happens later concerns later claims. */
  payable: Instant | null;
}

/** What has been counted of one sequence of units. */
export interface CountState {
  /** The instant from which it counts; null while its moment is unset. */
  from: Instant | null;
  /** Days counted, where it counts days. */
  days: number;
  /** The last of them. */
  last: LocalDay | null;
  /** Units owed: days, weeks, hours. */
  units: number;
  /** What they are worth, in their order, equal neighbours together. */
  prices: PricedUnits[];
}

export interface PricedUnits extends Price {
  units: number;
}

/** What one unit is worth, exactly. */
export interface Price {
  /** The numbers of the `pays` rows that it comes from. */
  rows: number[];
  /** `n/d`; absent where nothing is paid in money. */
  money?: string;
  currency?: string;
  /** Of validity. */
  days?: number;
  /** The row whose amount cannot be had. */
  missing?: number;
}

/** A span in which a claim does not grow, and the clause that says so; `reopened` between a stop and a reopening. */
export interface ClaimGap extends Gap {
  readonly cause: number | 'reopened';
}
