import type { OpeningDef } from '../../policy/dispute.ts';
import type { RightDef } from '../../policy/right.ts';
import type { Moment, Policy } from '../../policy.ts';
import type { Zone } from '../../time/zone.ts';
import { type LoadedCondition, loadCondition } from '../conditions.ts';
import { type LoadedMoment, loadMoment } from '../moments.ts';
import type { Scope } from '../scope.ts';

export interface LoadedRight {
  readonly def: RightDef;
  readonly index: number;
  readonly applies?: LoadedCondition;
  readonly opens: readonly RightOpening[];
  /** Whichever of them comes first closes it. */
  readonly closes: readonly LoadedMoment[];
  /** The zone in which a date as its end is meant. */
  readonly zone: Zone;
}

export interface RightOpening {
  readonly def: OpeningDef;
  readonly moment: LoadedMoment;
  readonly when?: LoadedCondition;
  /** What falls due is past one millisecond later, and only then does the right open. */
  readonly delay: 0 | 1;
}

export function loadRights(policy: Policy, scope: Scope): LoadedRight[] {
  return policy.rights.map((def, index) => ({
    def,
    index,
    ...(def.applies && { applies: loadCondition(def.applies, scope) }),
    opens: def.opens.flatMap((opening) =>
      partsOf(opening.on).map((part) => ({
        def: opening,
        moment: loadMoment(part, scope),
        ...(opening.when && { when: loadCondition(opening.when, scope) }),
        delay: fallsDue(part) ? (1 as const) : (0 as const),
      })),
    ),
    closes: def.closes ? partsOf(def.closes.at).map((part) => loadMoment(part, scope)) : [],
    zone: scope.counting(def.closes?.calendar).zone,
  }));
}

/** The operands of `or`, each of which counts by itself. */
function partsOf(moment: Moment): readonly Moment[] {
  return moment.kind === 'either' ? moment.of.flatMap(partsOf) : [moment];
}

/** Whether a moment is the last instant of something, rather than the first. */
function fallsDue(moment: Moment): boolean {
  switch (moment.kind) {
    case 'benchmark':
      return moment.what === 'breach' || moment.what === 'due';
    case 'offset':
      return moment.direction === 'after';
    case 'earlier':
    case 'later':
      return moment.of.every(fallsDue);
    default:
      return false;
  }
}
