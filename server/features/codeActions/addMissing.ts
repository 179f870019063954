import { addClause } from './addClause.ts';
import type { Fixing, QuickFix } from './fixing.ts';

/** The clause that a policy lacks: its first version, or the zone or the first event that the rest of it names already. */
export const addMissing: QuickFix = (fixing) => {
  const { declaration, problem } = fixing;
  if (declaration?.kind !== 'policy' || problem.clause === undefined) return [];
  const texts = new Set(known[problem.clause]?.(fixing));
  return [...texts].flatMap((text) => addClause(fixing, text));
};

/** By its word, what the clause may say. */
const known: Readonly<Record<string, (fixing: Fixing) => string[]>> = {
  version: () => ['version "1"'],
  timezone: ({ program }) =>
    program
      .declarations('calendar')
      .flatMap(({ declaration: { zone } }) => (zone ? [`timezone ${zone.text}`] : [])),
  begins: ({ program }) =>
    program
      .declarations('benchmark')
      .flatMap(({ declaration: { clauses } }) =>
        clauses.flatMap((clause) =>
          clause.kind === 'from' && clause.from.kind === 'name' ? [clause.from.text] : [],
        ),
      )
      .filter((name) => program.lookup('event', name))
      .map((name) => `begins with ${name}`),
};
