import type { BenchmarkDef, Policy } from '../../engine/policy.ts';
import { arrivalsBetween, clockworkOf, namesOf } from '../clockwork.ts';
import { compareClauses } from './compareClauses.ts';
import { compareDeadlines, type Side } from './compareDeadlines.ts';
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

function proverOf(
  policy: Policy,
  from: string,
  until: string,
): (own: BenchmarkDef, duty: BenchmarkDef) => Shortfall[] {
  const clockwork = clockworkOf(policy);
  const arrivals = arrivalsBetween(clockwork, from, until);
  return (own, duty) => {
    const starts = eventsOf(duty.from) ?? [];
    const names = namesOf(clockwork, starts);
    const voice = { own: 'the policy', other: 'the regulation' };
    const clauses = compareClauses(own, duty, names, voice);
    // Clocks that do not start together cannot be compared arrival by arrival.
    if (clauses.some(({ kind }) => kind === 'start')) return clauses;
    const sides = [own, duty].map((def) => ({ def, clockwork })) as [Side, Side];
    return [...clauses, ...compareDeadlines(...sides, { names, starts, arrivals, voice })];
  };
}
