import type { Amount, Comparison, Condition, Duration, Moment, WindowDef } from '../policy.ts';

/** What is owed when a promise is not kept. */
export interface RemedyDef {
  /** `late-repair`, or `csg.late-repair` for a regulation that the policy adopts. */
  id: string;
  cites?: string;
  status?: string;
  on: RemedyTrigger;
  /** Judged when it is triggered. */
  applies?: Condition;
  /** A party or a role; absent: the provider. */
  owedBy?: string;
  /** Tried in order; with none that holds, what the run that was breached counted, else the policy's. */
  counts: { calendar: string; when?: Condition; source: number }[];
  pays: PayDef[];
  owes: { what: string; within?: Duration; when?: Condition; source: number }[];
  /** What is done to the sum, in the order written. */
  adjusts: AdjustDef[];
  /** Of two that are not owed together the higher is kept. */
  notWith: { remedies: string[]; source: number }[];
  pauses: RemedyPauseDef[];
  unless: { while: Condition; text: string; source: number }[];
  stops: StopDef[];
  paid: { within: Moment; text: string; source: number }[];
  requires: { what: string[]; within?: Duration; source: number }[];
  reports: { to: string; within: Duration; source: number }[];
  exposes: { upTo: Amount; citation?: string; source: number }[];
  suspends: { what: string; citation?: string; source: number }[];
  /** Below, it is owed on request only. */
  automatic?: { operator: Exclude<Comparison, 'is'>; amount: Amount; text: string; source: number };
  source: number;
}

export type RemedyTrigger =
  | { kind: 'moment'; moment: Moment; text: string }
  /** `3 breaches of resolve within 90 days per account`, looking back from each breach. */
  | {
      kind: 'repetition';
      count: number;
      benchmark: string;
      within: Duration;
      calendar?: string;
      per?: string;
      text: string;
    }
  | { kind: 'shortfall'; of: 'benchmark' | 'metric'; id: string; text: string };

export interface PayDef {
  /** Money, or with `validity` a duration in days. */
  amount: Amount;
  validity?: true;
  /** Absent: once. */
  accrual?: AccrualDef;
  /** The units paid, counted from 1, both inclusive; absent: all. */
  units?: { from: number; until?: number };
  /** Which of `pays` counts the units: rows with the same number count together. */
  sequence: number;
  /** Absent: adds up. Those with a condition are tried in order among the same units. */
  when?: Condition;
  text: string;
  source: number;
}

export type AccrualDef =
  /** From the trigger on. */
  | ({ kind: 'late'; every: Duration; rounding?: 'full' | 'started' } & DayOptions)
  | ({ kind: 'since'; every: Duration; rounding?: 'full' | 'started'; since: Moment } & DayOptions)
  /** The day of the moment is day 0; both inclusive. */
  | ({ kind: 'days'; from: number; until: number; after: Moment } & DayOptions)
  | { kind: 'percent short' };

interface DayOptions {
  /** The day of this moment, and those before it, are not counted. */
  fromDayAfter?: Moment;
  /** The day of this moment is counted, though it is the day of the stop. */
  withDayOf?: Moment;
}

export type AdjustDef =
  | { kind: 'deducts'; amount: Amount; text: string; source: number }
  | { kind: 'never below'; amount: Amount; when?: Condition; text: string; source: number }
  /** With a window it is the summary that caps what many tickets come to. */
  | {
      kind: 'capped';
      amount: Amount;
      window?: WindowDef;
      per?: string;
      when?: Condition;
      text: string;
      source: number;
    };

export interface RemedyPauseDef {
  while: Condition;
  cap?: { duration: Duration; per: 'all' | 'each' };
  text: string;
  source: number;
}

export interface StopDef {
  at: Moment;
  when?: Condition;
  text: string;
  source: number;
}
