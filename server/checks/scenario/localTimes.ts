import type { DateTimeLiteral, ScenarioDeclaration } from '../../../grammar/ast.ts';
import type { Policy } from '../../engine/policy.ts';
import { dayLength, dayOfCivil } from '../../engine/time/localDate.ts';
import { loadZone, occurrencesOfLocal, type Zone } from '../../engine/time/zone.ts';

/** The policy's zone over the days that are compiled; undefined where the policy lacks it. */
export function policyZone(policy: Policy): Zone | undefined {
  const def = policy.zones.find((zone) => zone.name === policy.zone);
  return def && loadZone(def, dayOf(policy.covers.from), dayOf(policy.covers.until));
}

/** The local times of a scenario that occur so many times in the zone: never, or twice. */
export function timesThatOccur(scenario: ScenarioDeclaration, zone: Zone, times: 0 | 2): DateTimeLiteral[] {
  return localTimes(scenario).filter((time) => occurrencesOfLocal(zone, localOf(time)) === times);
}

function localTimes(scenario: ScenarioDeclaration): DateTimeLiteral[] {
  return scenario.clauses.flatMap((clause) => {
    if (clause.kind === 'ticket') return [];
    if (clause.kind !== 'expect') return clause.at.kind === 'date-time' ? [clause.at] : [];
    return clause.facts.flatMap((fact) => ('at' in fact && fact.at?.kind === 'date-time' ? [fact.at] : []));
  });
}

/** Milliseconds since 1970-01-01T00:00 local. */
function localOf({ date, time }: DateTimeLiteral): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return dayOf(date) * dayLength + Math.round((hours * 3600 + minutes * 60 + seconds) * 1000);
}

function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dayOfCivil(year, month, day);
}
