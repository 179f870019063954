import type { RequirementDef, StandardDef } from '../policy/quality.ts';
import type { Policy } from '../policy.ts';
import { type Fraction, parseDecimal, zero } from '../value/fraction.ts';
import { type LoadedCondition, loadCondition } from './conditions.ts';
import type { Scope } from './scope.ts';

export interface LoadedStandard {
  readonly def: StandardDef;
  readonly index: number;
  readonly applies?: LoadedCondition;
  readonly requires: readonly { readonly def: RequirementDef; readonly when?: LoadedCondition }[];
  /** The share of replies that are audited, in percent. */
  readonly audited: Fraction;
}

export function loadStandards({ standards }: Policy, scope: Scope): LoadedStandard[] {
  return standards.map((def, index) => ({
    def,
    index,
    ...(def.applies && { applies: loadCondition(def.applies, scope) }),
    requires: def.requires.map((requirement) => ({
      def: requirement,
      ...(requirement.when && { when: loadCondition(requirement.when, scope) }),
    })),
    audited: (def.audits && parseDecimal(def.audits.share)) ?? zero,
  }));
}
