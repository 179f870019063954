import { layOut } from '../../engine/calendar/layOut.ts';
import type { Counting } from '../../engine/clock/ruler.ts';
import { loadEngine } from '../../engine/load.ts';
import type { BenchmarkDef, Policy } from '../../engine/policy.ts';
import { parseDate } from '../../engine/time/localDate.ts';
import { endOfDay, loadZone, startOfDay } from '../../engine/time/zone.ts';
import { compareClauses } from './compareClauses.ts';
import { compareDeadlines, type Proof } from './compareDeadlines.ts';
import type { Conformance, DutyProof, Shortfall } from './conformance.ts';
import { eventsOf } from './eventsOf.ts';

/**
 * Proves, benchmark by benchmark, that a policy demands of itself at least what a regulation does: that for every case
 * and every arrival while it is in force its deadline is no later, and that it pauses no more; or gives the case and
 * the arrival that break it. The policy is compiled with the regulation `beside` it. Of several benchmarks that claim
 * to meet a duty one must do so by itself.
 */
export function conform(policy: Policy, regulation: string): Conformance {
  const from = policy.effective.from ?? policy.covers.from;
  const until = policy.effective.until ?? policy.covers.until;
  const duties = policy.benchmarks.filter(({ id }) => id.startsWith(`${regulation}.`));
  const prove = proverOf(policy, from, until);
  return { regulation, from, until, duties: duties.map((duty) => proveDuty(policy, duty, prove)) };
}

function proveDuty(
  { benchmarks }: Policy,
  duty: BenchmarkDef,
  prove: (own: BenchmarkDef, duty: BenchmarkDef) => Shortfall[],
): DutyProof {
  const name = duty.id.slice(duty.id.indexOf('.') + 1);
  const own = benchmarks.filter(({ id }) => !id.includes('.'));
  const claiming = own.filter(({ meets }) => meets?.includes(duty.id));
  const candidates = claiming.length > 0 ? claiming : own.filter(({ id }) => id === name);
  const about = { duty: duty.id, ...(duty.cites !== undefined && { cites: duty.cites }) };
  const proofs = candidates.map((each): DutyProof => {
    const shortfalls = prove(each, duty);
    return { ...about, verdict: verdictOf(shortfalls), by: each.id, shortfalls };
  });
  const best = (['met', 'open', 'broken'] as const)
    .map((verdict) => proofs.find((proof) => proof.verdict === verdict))
    .find((proof) => proof !== undefined);
  return best ?? { ...about, verdict: 'unmet', shortfalls: [] };
}

function verdictOf(shortfalls: readonly Shortfall[]): DutyProof['verdict'] {
  if (shortfalls.some(({ open }) => !open)) return 'broken';
  return shortfalls.length > 0 ? 'open' : 'met';
}

/** Lays the policy's calendars out, once. */
function proverOf(
  policy: Policy,
  from: string,
  until: string,
): (own: BenchmarkDef, duty: BenchmarkDef) => Shortfall[] {
  const engine = loadEngine(policy);
  const firstDay = parseDate(policy.covers.from) ?? 0;
  const lastDay = parseDate(policy.covers.until) ?? firstDay;
  const zones = new Map(policy.zones.map((def) => [def.name, loadZone(def, firstDay, lastDay)]));
  const zoneNamed = (name: string) => zones.get(name) ?? engine.zone;
  const countings = new Map(
    policy.calendars.map((def): [string, Counting] => {
      const zone = zoneNamed(def.zone);
      return [def.id, { zone, calendar: layOut(def, zone, firstDay, lastDay) }];
    }),
  );
  const uncalendared: Counting = { zone: engine.zone };
  const data = policy.events.flatMap(({ name, data }) =>
    data.map((field): [string, typeof field] => [`${name} ${field.name}`, field]),
  );
  const proof = (starts: readonly string[]): Proof => ({
    policy,
    engine,
    names: {
      fields: engine.fields,
      data: new Map(data),
      happened: new Set([
        ...(starts.length === 1 ? starts : []),
        ...(policy.begins === undefined ? [] : [policy.begins]),
      ]),
    },
    starts,
    countingOf: (calendar) =>
      calendar === undefined ? uncalendared : (countings.get(calendar) ?? uncalendared),
    zoneNamed,
    first: startOfDay(engine.zone, parseDate(from) ?? firstDay),
    last: endOfDay(engine.zone, parseDate(until) ?? lastDay),
  });
  return (own, duty) => {
    const scope = proof(eventsOf(duty.from) ?? []);
    const clauses = compareClauses(own, duty, scope.names);
    // Clocks that do not start together cannot be compared arrival by arrival.
    if (clauses.some(({ kind }) => kind === 'start')) return clauses;
    return [...clauses, ...compareDeadlines(own, duty, scope)];
  };
}
