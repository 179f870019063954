import type { DateTimeLiteral, ScenarioDeclaration } from '../../../grammar/ast.ts';
import { doubtOf } from '../../compile/instants.ts';

/** The local times that a scenario names, and that its zone skips or repeats. */
export function doubtfulTimes(
  scenario: ScenarioDeclaration,
  zone: string,
  doubt: 'skipped' | 'repeated',
): DateTimeLiteral[] {
  return localTimes(scenario).filter(({ date, time }) => knownDoubt(date, time, zone) === doubt);
}

/** The last times asked for: placing one in its zone costs more than all else that is checked in its line. */
const known = new Map<string, ReturnType<typeof doubtOf>>();
const mostKnown = 50_000;

function knownDoubt(date: string, time: string, zone: string): ReturnType<typeof doubtOf> {
  const key = `${zone} ${date} ${time}`;
  if (known.has(key)) return known.get(key);
  const doubt = doubtOf(date, time, zone);
  if (known.size >= mostKnown) known.clear();
  known.set(key, doubt);
  return doubt;
}

/** Of what happens, and of what is expected. */
function localTimes(scenario: ScenarioDeclaration): DateTimeLiteral[] {
  return scenario.clauses.flatMap((clause) => {
    if (clause.kind === 'ticket') return [];
    if (clause.kind !== 'expect') return clause.at.kind === 'date-time' ? [clause.at] : [];
    return clause.facts.flatMap((fact) => ('at' in fact && fact.at?.kind === 'date-time' ? [fact.at] : []));
  });
}
