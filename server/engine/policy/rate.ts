import type { Value } from '../policy.ts';

/** A value that changes on dates; with one value and no date, a fact about the provider. */
export interface RateDef {
  id: string;
  /** Whose date chooses: an event's latest occurrence, in the policy's zone; absent: the day that is paid. */
  by?: string;
  /** In order of their dates. */
  values: RateValue[];
  cites?: string;
  source: number;
}

export interface RateValue {
  /** A local date, inclusive; absent: from ever. */
  from?: string;
  value: Value;
}
