import type { Instant } from '../../engine/time/zone.ts';
import { crossings, type Stretch } from './arrivals.ts';
import { dueAt, keyOf, leavesOf, type Term, type Valuation } from './terms.ts';

/** The regulation's deadline beside the policy's, for one arrival. */
export interface Lateness {
  readonly arrival: Instant;
  /** Undefined: the policy's never falls due. */
  readonly due: Instant | undefined;
  readonly demanded: Instant;
  /** What the moments are that nobody knows beforehand: `promised-date is unset`. */
  readonly when: readonly string[];
}

/** More moments than these, of which nothing is known, are not tried against each other. */
export const mostFree = 2;

/** The arrival at which the policy's deadline lies furthest behind the regulation's. */
export interface Comparison {
  /** Whether the two depend on more unknown moments than are tried. */
  readonly tooFree: boolean;
  /** Looks at all arrivals of a stretch. */
  look(stretch: Stretch): void;
  worst(): Lateness | undefined;
}

export function compareTerms(policy: Term, regulation: Term): Comparison {
  const leaves = [...leavesOf(policy), ...leavesOf(regulation)];
  const free = [
    ...new Map(leaves.flatMap((leaf) => (leaf.kind === 'free' ? [[leaf.key, leaf]] : []))).values(),
  ];
  const known = leaves.filter((leaf) => leaf.kind !== 'free');
  const dues = (start: Instant) => known.map((leaf) => dueAt(leaf, start, none)!);
  const equal = keyOf(policy) === keyOf(regulation);
  let worst: Lateness | undefined;

  const lookAt = (arrival: Instant, valuation: Valuation): void => {
    const demanded = dueAt(regulation, arrival, valuation);
    // Where nothing falls due nothing is demanded, nor beyond the years that are compiled.
    if (demanded === undefined || demanded === Number.POSITIVE_INFINITY) return;
    const due = dueAt(policy, arrival, valuation);
    if (due !== undefined && due <= demanded) return;
    if (worst && lateBy(worst.due, worst.demanded) >= lateBy(due, demanded)) return;
    const when = free.map(({ key, name }) =>
      toldValue(name, valuation.get(key), due ?? Number.POSITIVE_INFINITY),
    );
    worst = { arrival, due, demanded, when };
  };

  return {
    tooFree: free.length > mostFree,
    look: (stretch) => {
      if (equal || free.length > mostFree) return;
      if (free.length === 0 && isNeverLater(policy, regulation, stretch)) return;
      for (const arrival of crossings(stretch, dues)) {
        if (free.length === 0) lookAt(arrival, none);
        else for (const valuation of valuations(free, dues(arrival))) lookAt(arrival, valuation);
      }
    },
    worst: () => worst,
  };
}

const none: Valuation = new Map();

/** Neither runs backwards, so the ends of a stretch often settle it. */
function isNeverLater(policy: Term, regulation: Term, { first, last }: Stretch): boolean {
  const latest = dueAt(policy, last, none);
  const earliest = dueAt(regulation, first, none);
  return latest !== undefined && earliest !== undefined && latest <= earliest;
}

/** A deadline that never comes is later than any other. */
function lateBy(due: Instant | undefined, demanded: Instant): number {
  return due === undefined ? Number.POSITIVE_INFINITY : due - demanded;
}

/**
 * All that unknown moments can be, as far as it makes a difference: which of two choices is earlier depends only on
 * how the moments lie between the counts.
 */
function valuations(
  free: readonly Extract<Term, { kind: 'free' }>[],
  counts: readonly number[],
): Valuation[] {
  const instants = [Number.NEGATIVE_INFINITY, ...new Set(counts), Number.POSITIVE_INFINITY];
  let all: Map<string, Instant | undefined>[] = [new Map()];
  for (const { key, canBeUnset } of free) {
    const values = canBeUnset ? [undefined, ...instants] : instants;
    all = all.flatMap((one) => values.map((value) => new Map([...one, [key, value]])));
  }
  return all;
}

function toldValue(name: string, value: Instant | undefined, due: Instant): string {
  if (value === undefined) return `${name} is unset`;
  return value < due ? `${name} is sooner` : `${name} is no sooner`;
}
