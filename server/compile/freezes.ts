import type { DisputeDef } from '../engine/policy/dispute.ts';
import type { PermitDef } from '../engine/policy/permit.ts';
import type { RemedyDef } from '../engine/policy/remedy.ts';
import type { Condition } from '../engine/policy.ts';

/** The permits, none of which is given while a dispute is at a step that freezes it. */
export function freezePermits(permits: PermitDef[], disputes: readonly DisputeDef[]): PermitDef[] {
  return permits.map((permit) => ({
    ...permit,
    clauses: [
      ...permit.clauses,
      ...freezesOf(permit.id, disputes).map(({ condition, words, source }) => ({
        kind: 'not while' as const,
        condition,
        text: `not while ${words}`,
        source,
      })),
    ],
  }));
}

/** The remedies, to which nothing is added meanwhile. */
export function freezeRemedies(remedies: RemedyDef[], disputes: readonly DisputeDef[]): RemedyDef[] {
  return remedies.map((remedy) => ({
    ...remedy,
    pauses: [
      ...remedy.pauses,
      ...freezesOf(remedy.id, disputes).map(({ condition, words, source }) => ({
        while: condition,
        text: `while ${words}`,
        source,
      })),
    ],
  }));
}

interface Freeze {
  readonly condition: Condition;
  /** `complaint-dispute is at ombudsman` */
  readonly words: string;
  readonly source: number;
}

function freezesOf(id: string, disputes: readonly DisputeDef[]): Freeze[] {
  return disputes.flatMap(({ id: dispute, steps }) =>
    steps.flatMap(({ id: step, freezes }) =>
      freezes?.what.includes(id)
        ? [
            {
              condition: { kind: 'dispute' as const, dispute, step },
              words: `${dispute} is at ${step}`,
              source: freezes.source,
            },
          ]
        : [],
    ),
  );
}
