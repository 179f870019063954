import type { Status } from '../engine/outcome.ts';
import type { Expected, When } from './expectation.ts';

/** Of the answers of this one case, whatever their windows. */
export interface MetricExpectation extends Expected {
  readonly kind: 'metric';
  readonly metric: string;
  readonly value?: ExpectedValue;
  /** `met` where every target is attained, `breached` where one is missed. */
  readonly status?: Status;
}

/** What share of a benchmark's runs in this one case were met. */
export interface AttainmentExpectation extends Expected {
  readonly kind: 'attainment';
  readonly benchmark: string;
  readonly value: ExpectedValue;
}

/** Decimal text in the unit of what is measured, compared to as many decimals as are written. */
export interface ExpectedValue {
  readonly amount: string;
  readonly currency?: string;
}

export interface StandardExpectation extends Expected {
  readonly kind: 'standard';
  readonly standard: string;
  /** `met` where every reply contains what it must, `breached` where one does not. */
  readonly status?: Status;
}

/** For a window in which this case is counted. */
export interface ReportExpectation extends Expected {
  readonly kind: 'report';
  readonly report: string;
  readonly due?: When;
}

export type QualityExpectation =
  | MetricExpectation
  | AttainmentExpectation
  | StandardExpectation
  | ReportExpectation;
