import type { BenchmarkDef, Policy } from '../../engine/policy.ts';
import { type Arrivals, arrivalsBetween, type Clockwork, clockworkOf, namesOf } from '../clockwork.ts';
import { compareClauses } from '../conformance/compareClauses.ts';
import { compareDeadlines } from '../conformance/compareDeadlines.ts';
import type { Shortfall } from '../conformance/conformance.ts';
import { eventsOf } from '../conformance/eventsOf.ts';

/** What changed between two versions of a policy, benchmark by benchmark. */
export interface Difference {
  /** Local dates of the arrivals that were gone through, both inclusive; absent where no day is known to both. */
  readonly arrivals?: { readonly from: string; readonly until: string };
  /** Fields, values and benchmarks in the order of the new version, then what is gone. */
  readonly benchmarks: readonly BenchmarkDifference[];
}

export interface BenchmarkDifference {
  readonly benchmark: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  /** In what the new version leaves more time, with the case and the arrival that gain most. */
  readonly looser: readonly Shortfall[];
  /** In what it leaves less, the other way round: `due` is the old version's deadline and `demanded` the new one's. */
  readonly stricter: readonly Shortfall[];
}

/**
 * Which cases get later or earlier, and by how much at most, for every case and every arrival in the new version's
 * effective period for which the old one is compiled too. Cases are those of the new version's fields.
 */
export function differenceOf(old: Policy, fresh: Policy): Difference {
  const [before, after] = [clockworkOf(old), clockworkOf(fresh)];
  const from = latest(fresh.effective.from ?? fresh.covers.from, old.covers.from);
  const until = earliest(fresh.effective.until ?? fresh.covers.until, old.covers.until);
  const shared = from <= until;
  const arrivals = shared ? arrivalsBetween(after, from, until) : undefined;
  const kept = new Map(old.benchmarks.map((def) => [def.id, def]));
  const benchmarks = fresh.benchmarks.map((def): BenchmarkDifference => {
    const was = kept.get(def.id);
    kept.delete(def.id);
    if (!was) return { benchmark: def.id, change: 'added', looser: [], stricter: [] };
    const looser = lessStrict(def, was, after, before, after, arrivals, {
      own: 'the new version',
      other: 'the old version',
    });
    const stricter = lessStrict(was, def, before, after, after, arrivals, {
      own: 'the old version',
      other: 'the new version',
    });
    const change = looser.length + stricter.length > 0 ? 'changed' : 'same';
    return { benchmark: def.id, change, looser, stricter };
  });
  for (const id of kept.keys())
    benchmarks.push({ benchmark: id, change: 'removed', looser: [], stricter: [] });
  return { ...(shared && { arrivals: { from, until } }), benchmarks };
}

/** In what the first is less strict than the second. */
function lessStrict(
  own: BenchmarkDef,
  other: BenchmarkDef,
  ownClockwork: Clockwork,
  otherClockwork: Clockwork,
  cases: Clockwork,
  arrivals: Arrivals | undefined,
  voice: { own: string; other: string },
): Shortfall[] {
  const starts = eventsOf(other.from) ?? [];
  const names = namesOf(cases, starts);
  const clauses = compareClauses(own, other, names, voice);
  if (!arrivals || clauses.some(({ kind }) => kind === 'start')) return clauses;
  const deadlines = compareDeadlines(
    { def: own, clockwork: ownClockwork },
    { def: other, clockwork: otherClockwork },
    { names, starts, arrivals, voice },
  );
  return [...clauses, ...deadlines];
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}

function earliest(a: string, b: string): string {
  return a < b ? a : b;
}
