import type { Condition } from '../../engine/policy.ts';
import type { Cases } from './cases.ts';
import { always, type Diagram, never } from './diagram.ts';

/** The cases in which each of some rows is chosen: it fits, and none above does. */
export function chosenBy(
  rows: readonly (Condition | boolean | undefined)[],
  domain: readonly (Condition | boolean)[],
  { diagrams, where }: Cases,
): Diagram[] {
  const set = (condition: Condition | boolean | undefined): Diagram =>
    typeof condition === 'boolean' ? (condition ? always : never) : condition ? where(condition) : always;
  let left = domain.map(set).reduce(diagrams.and, always);
  return rows.map((row) => {
    const fits = set(row);
    const chosen = diagrams.and(left, fits);
    left = diagrams.and(left, diagrams.not(fits));
    return chosen;
  });
}
