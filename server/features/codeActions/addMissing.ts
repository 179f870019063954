import { addClause } from './addClause.ts';
import type { QuickFix } from './fixing.ts';

/** What a policy still has to say, where the rest of it says the same already: its zone, its currency, its first event. */
export const addMissing: QuickFix = (fixing) => {
  const { declaration, program } = fixing;
  if (declaration?.kind !== 'policy') return [];
  const has = (kind: string) => declaration.clauses.some((clause) => clause.kind === kind);
  const zones = program.declarations('calendar').flatMap(({ declaration: { zone } }) => zone?.text ?? []);
  const starts = program
    .declarations('benchmark')
    .flatMap(({ declaration: { clauses } }) =>
      clauses.flatMap((clause) =>
        clause.kind === 'from' && clause.from.kind === 'name' ? [clause.from.text] : [],
      ),
    )
    .filter((name) => program.lookup('event', name));
  return [
    ...(has('version') ? [] : addClause(fixing, 'version "1"')),
    ...(has('timezone') ? [] : once(zones).flatMap((zone) => addClause(fixing, `timezone ${zone}`))),
    ...(has('begins') ? [] : once(starts).flatMap((name) => addClause(fixing, `begins with ${name}`))),
  ];
};

function once(names: readonly string[]): string[] {
  return [...new Set(names)];
}
