import type { Counting } from '../../clock/ruler.ts';
import { claimGaps } from '../../remedy/claimGaps.ts';
import type { ClaimGap, RemedyRun, RemedyState } from '../../remedy/remedyState.ts';
import type { Instant } from '../../time/zone.ts';
import { endOf } from '../run.ts';
import type { RunState, State } from '../state.ts';
import type { LoadedRemedy } from './loadRemedies.ts';

/** What is known of a claim while it is settled or explained. */
export interface Claim {
  readonly remedy: LoadedRemedy;
  readonly run: RemedyRun;
  readonly counting: Counting;
  readonly gaps: readonly ClaimGap[];
  /** The run of the benchmark that was breached. */
  readonly breached?: RunState;
}

export function claimOf(state: State, remedy: LoadedRemedy, held: RemedyState, run: RemedyRun): Claim {
  const { breach } = run;
  const breached =
    breach === null
      ? undefined
      : state.benchmarks[breach.benchmark]!.runs.find((each) => each.run === breach.run);
  const counting = remedy.counting(run.calendar ?? undefined);
  const reopened = breached?.gaps.filter(({ cause }) => cause === 'reopened') ?? [];
  return {
    remedy,
    run,
    counting,
    gaps: claimGaps(held.clauses, remedy.caps, counting, reopened),
    ...(breached && { breached }),
  };
}

/**
 * When the lateness ended; null while it lasts. A claim that no breach began, and that nothing stops, has none beyond its
 * trigger.
 */
export function endOfClaim({ breached, remedy, run }: Claim): Instant | null {
  const own = breached ? endOf(breached) : remedy.stops.length > 0 ? null : run.at;
  const { stopped } = run;
  return stopped && (own === null || stopped.at < own) ? stopped.at : own;
}
