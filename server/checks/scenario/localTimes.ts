import type { DateTimeLiteral, ScenarioDeclaration } from '../../../grammar/ast.ts';

/** Every local time a scenario names: of what happens, and of what is expected. */
export function localTimes(scenario: ScenarioDeclaration): DateTimeLiteral[] {
  return scenario.clauses.flatMap((clause) => {
    if (clause.kind === 'ticket') return [];
    if (clause.kind !== 'expect') return clause.at.kind === 'date-time' ? [clause.at] : [];
    return clause.facts.flatMap((fact) => ('at' in fact && fact.at?.kind === 'date-time' ? [fact.at] : []));
  });
}
