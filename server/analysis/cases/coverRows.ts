import type { Condition } from '../../engine/policy.ts';
import type { Names } from './atoms.ts';
import { createCases, mostSteps, type Witness } from './cases.ts';
import { always, never } from './diagram.ts';

/** What is proved about rows that are tried in order, of which the first that fits holds. */
export interface Coverage {
  /** Indexes of rows that fit in some case, but never where no row above fits; with those above that take their cases. */
  readonly unreached: readonly { readonly row: number; readonly takenBy: readonly number[] }[];
  /** A case that no row fits. */
  readonly uncovered?: Witness;
  /** There were too many cases to tell; nothing else is said then. */
  readonly gaveUp: boolean;
}

/**
 * Decides exactly which rows can be chosen and whether every case is covered, over the cases in which all of `domain`
 * holds. A row without a condition always fits. Gives up after `steps` steps.
 */
export function coverRows(
  rows: readonly (Condition | undefined)[],
  domain: readonly Condition[],
  names: Names,
  steps = mostSteps,
): Coverage {
  const conditions = rows.filter((row) => row !== undefined);
  const cases = createCases([...domain, ...conditions], names, steps);
  const { and, not, exhausted } = cases.diagrams;
  const within = domain.map(cases.where).reduce(and, always);
  const fits = rows.map((row) => (row ? cases.where(row) : always));
  const unreached: { row: number; takenBy: number[] }[] = [];
  let left = within;
  fits.forEach((fit, row) => {
    const ever = and(fit, within);
    if (ever !== never && and(fit, left) === never && !exhausted())
      unreached.push({ row, takenBy: earlier(row).filter((other) => and(fits[other]!, ever) !== never) });
    left = and(left, not(fit));
  });
  if (exhausted()) return { unreached: [], gaveUp: true };
  const uncovered = cases.witness(left);
  return { unreached, gaveUp: false, ...(uncovered && { uncovered }) };
}

function earlier(row: number): number[] {
  return Array.from({ length: row }, (_, index) => index);
}
