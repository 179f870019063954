import fc from 'fast-check';
import type { Case } from './case.ts';
import { cases } from './cases.ts';
import { differences } from './differences.ts';
import { textOf } from './textOf.ts';

/**
 * Looks for a random case of which the engine and the slow calculator say different things; undefined if there is
 * none. A case that is found has been made as small as it goes, and is told as a policy and a scenario to be pasted.
 */
export function findDisagreement(seed: number, numRuns: number): string | undefined {
  const property = fc.property(cases(), (c) => differences(c).length === 0);
  const { failed, counterexample, counterexamplePath } = fc.check(property, { seed, numRuns });
  return failed ? told(counterexample![0], `seed ${seed}, path ${counterexamplePath}`) : undefined;
}

function told(c: Case, where: string): string {
  return [`They disagree (${where}):`, ...differencesOrError(c).map((one) => `  ${one}`), '', textOf(c)].join(
    '\n',
  );
}

function differencesOrError(c: Case): string[] {
  try {
    return differences(c);
  } catch (error) {
    return [String(error)];
  }
}
