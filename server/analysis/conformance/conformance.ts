import type { Instant } from '../../engine/time/zone.ts';

/** Whether a policy demands of itself at least what a regulation demands of it. */
export interface Conformance {
  readonly regulation: string;
  /** Local dates of the arrivals that were gone through, both inclusive. */
  readonly from: string;
  readonly until: string;
  /** One for each of the regulation's benchmarks, in its order. */
  readonly duties: readonly DutyProof[];
}

export interface DutyProof {
  /** `acma-complaints.acknowledge` */
  readonly duty: string;
  readonly cites?: string;
  /**
   * `met`: proved for every case and every arrival. `broken`: a case or an arrival breaks it. `unmet`: the policy has
   * nothing that corresponds. `open`: it could not be decided.
   */
  readonly verdict: 'met' | 'broken' | 'unmet' | 'open';
  /** The policy's benchmark. */
  readonly by?: string;
  readonly shortfalls: readonly Shortfall[];
}

/** One thing in which the policy's benchmark falls short, or may. */
export interface Shortfall {
  readonly kind:
    | 'start'
    | 'stop'
    | 'applies'
    | 'no-deadline'
    | 'later'
    | 'pauses'
    | 'cancels'
    | 'reopening'
    | 'not-assessed'
    | 'attain'
    | 'retargets'
    | 'undecided';
  /** It is not known to be one. */
  readonly open?: true;
  /** A sentence, without the case and the arrival. */
  readonly says: string;
  /** The case that shows it: `channel is email`. Empty: any. */
  readonly case?: readonly string[];
  /** Conditions that count as a free yes or no in the proof. */
  readonly free?: readonly string[];
  /** When the clock starts, when the policy's falls due and when the regulation's does. */
  readonly arrival?: Instant;
  readonly due?: Instant;
  readonly demanded?: Instant;
}
