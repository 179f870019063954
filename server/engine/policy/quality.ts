import type { Amount, Comparison, Condition, Duration, WindowDef } from '../policy.ts';

/** What is measured over answers or tickets, and what it must come to. */
export interface MetricDef {
  /** `satisfaction`. */
  id: string;
  cites?: string;
  /** The event whose occurrences are the answers; absent: the tickets themselves. */
  from?: string;
  applies?: Condition;
  measure: MeasureDef;
  /** What is measured, as written: `share where score at least 8`. */
  text: string;
  targets: MetricTargetDef[];
  source: number;
}

export type MeasureDef =
  /** How many, or what share, of those for which the condition holds; without one, of all. */
  | { kind: 'share' | 'count'; where?: Condition }
  | { kind: 'average'; of: Amount; unit: MetricUnit; currency?: string }
  /** `rank` percent of the values are at most as great; decimal text. */
  | { kind: 'percentile'; rank: string; of: Amount; unit: MetricUnit; currency?: string }
  /** Nine and ten promote, nought to six detract. */
  | { kind: 'nps'; of: Amount };

/** What values are of: `ms` for time that a clock counted, `days` for days. */
export type MetricUnit = 'number' | 'money' | 'ms' | 'days';

export interface MetricTargetDef {
  operator: Exclude<Comparison, 'is'>;
  /** What rates have for it on the first day of the window; no field of a case has a value there. */
  value: Amount;
  window: WindowDef;
  /** The event that decides in which window an answer counts. */
  by?: string;
  per?: string;
  over?: number;
  when?: Condition;
  /** As written: `at least 85% each month over at least 30 answers`. */
  text: string;
  source: number;
}

/** What a reply must contain. */
export interface StandardDef {
  /** `written-reply`, or `trai.docket-message` for a regulation that the policy adopts. */
  id: string;
  cites?: string;
  status?: string;
  applies?: Condition;
  requires: RequirementDef[];
  audits?: AuditDef;
  source: number;
}

export interface RequirementDef {
  what: string[];
  /** The events that are replies. */
  in: string[];
  when?: Condition;
  /** As written: `requires case-reference in acknowledged`. */
  text: string;
  source: number;
}

/** A sample of the replies of each window. */
export interface AuditDef {
  /** Percent, decimal text. */
  share: string;
  window: WindowDef;
  /** So many replies are looked at where there are as many. */
  atLeast: number;
  /** Percent of the sample, decimal text. */
  pass: string;
  /** As written: `5% each month at least 20 pass 90%`. */
  text: string;
  source: number;
}

/** What is owed to somebody for each window. */
export interface ReportDef {
  id: string;
  to: string;
  window: WindowDef;
  /** Counted from the last instant of the window. */
  within: Duration;
  /** What the duration is counted in, where it needs a calendar. */
  calendar?: string;
  /** As written: `each quarter within 30 days`. */
  text: string;
  source: number;
}
