import type { BenchmarkDef, Condition } from '../../engine/policy.ts';
import type { Instant } from '../../engine/time/zone.ts';
import type { Names } from '../cases/atoms.ts';
import { type Cases, createCases, type Witness } from '../cases/cases.ts';
import { chosenBy } from '../cases/chosen.ts';
import { always, type Diagram, never } from '../cases/diagram.ts';
import { simplified } from '../cases/given.ts';
import type { Arrivals, Clockwork } from '../clockwork.ts';
import { stretchesOf } from './arrivals.ts';
import type { Voice } from './compareClauses.ts';
import { type Comparison, compareTerms, type Lateness } from './compareTerms.ts';
import type { Shortfall } from './conformance.ts';
import { ofArrival } from './ofArrival.ts';
import { leavesOf } from './terms.ts';
import { type Way, waysOf } from './ways.ts';

/** A benchmark where it stands. */
export interface Side {
  readonly def: BenchmarkDef;
  readonly clockwork: Clockwork;
}

/** What the deadlines of two benchmarks are compared over. */
export interface Comparing {
  readonly names: Names;
  /** The events that start both clocks. */
  readonly starts: readonly string[];
  readonly arrivals: Arrivals;
  readonly voice: Voice;
}

/**
 * For every case to which the second benchmark applies and every arrival: whether the deadline of the first is no
 * later. A case for which the second has no row demands nothing.
 */
export function compareDeadlines(
  own: Side,
  duty: Side,
  { names, starts, arrivals, voice }: Comparing,
): Shortfall[] {
  const ownWays = waysOf(own.def, own.clockwork, starts);
  const dutyWays = waysOf(duty.def, duty.clockwork, starts);
  const comparisons = new Map<string, Comparison & Pair>();
  const shortfalls: Shortfall[] = [];
  const settled = ofArrival([own, duty], starts);
  const bySignature = new Map<string, Pair[]>();
  const pairsAt = (arrival: Instant): Pair[] => {
    const signature = settled.signatureAt(arrival);
    let pairs = bySignature.get(signature);
    if (!pairs) {
      const truth = settled.answersAt(arrival);
      pairs = pairsOf(own.def, duty.def, ownWays, dutyWays, names, voice, truth, shortfalls, arrival);
      bySignature.set(signature, pairs);
    }
    return pairs;
  };
  const counts = [...ownWays, ...dutyWays]
    .flatMap(({ term }) => leavesOf(term))
    .filter((leaf) => leaf.kind === 'count');
  for (const stretch of stretchesOf(arrivals, counts, settled))
    for (const pair of pairsAt(stretch.first)) {
      const { policy, regulation, witness } = pair;
      const key = `${policy.row} ${policy.calendar} ${regulation.row} ${regulation.calendar} ${JSON.stringify(witness)}`;
      let comparison = comparisons.get(key);
      if (!comparison) {
        comparison = { ...compareTerms(policy.term, regulation.term), ...pair };
        comparisons.set(key, comparison);
      }
      comparison.look(stretch);
    }

  const late: Shortfall[] = [];
  for (const { policy, regulation, witness, tooFree, worst } of comparisons.values()) {
    const found = worst();
    if (tooFree)
      shortfalls.push({
        kind: 'undecided',
        open: true,
        says: `\`${policy.text}\` and ${voice.other}’s \`${regulation.text}\` wait for too many moments that nobody knows beforehand`,
        ...caseOf(witness),
      });
    if (found) late.push(laterThan(policy, regulation, found, witness, voice));
  }
  return [...shortfalls, ...worstByRows(late)];
}

interface Pair {
  readonly policy: Way;
  readonly regulation: Way;
  readonly witness?: Witness;
}

/** Which rows stand against which, given what the arrival settles. */
function pairsOf(
  own: BenchmarkDef,
  duty: BenchmarkDef,
  ownWays: readonly Way[],
  dutyWays: readonly Way[],
  names: Names,
  voice: Voice,
  truth: (leaf: Condition) => boolean | undefined,
  shortfalls: Shortfall[],
  arrival: Instant,
): Pair[] {
  const given = (condition: Condition) => simplified(condition, truth);
  const rules = [own, duty].map((def) => ({
    applies: def.applies ? [given(def.applies)] : [],
    rows: def.every ? [true] : def.rows.map(({ when }) => when && given(when)),
    calendars: [...def.counts.map(({ when }) => when && given(when)), undefined],
  }));
  const [ofOwn, ofDuty] = [rules[0]!, rules[1]!];
  const conditions = rules.flatMap(({ applies, rows, calendars }) => [...applies, ...rows, ...calendars]);
  const cases = createCases(
    conditions.filter((each): each is Condition => typeof each === 'object'),
    names,
  );
  const { and, not, or } = cases.diagrams;
  const [ownRows, dutyRows] = [chosenBy(ofOwn.rows, [], cases), chosenBy(ofDuty.rows, ofDuty.applies, cases)];
  const [ownCalendars, dutyCalendars] = [
    chosenBy(ofOwn.calendars, [], cases),
    chosenBy(ofDuty.calendars, [], cases),
  ];
  const pairs: Pair[] = [];
  for (const regulation of dutyWays)
    for (const policy of ownWays) {
      const set = [
        dutyRows[regulation.row]!,
        dutyCalendars[regulation.calendar]!,
        ownRows[policy.row]!,
        ownCalendars[policy.calendar]!,
      ].reduce(and);
      if (set !== never) pairs.push({ policy, regulation, ...withWitness(cases, set) });
    }
  const demanded = dutyRows.reduce(or, never);
  const missing = and(demanded, not(ownRows.reduce(or, never)));
  if (cases.diagrams.exhausted())
    shortfalls.push({ kind: 'undecided', open: true, says: 'the rows of the two tell too many cases apart' });
  else if (missing !== never && !shortfalls.some(({ kind }) => kind === 'no-deadline'))
    shortfalls.push({
      kind: 'no-deadline',
      says: `no row of ${voice.own} fits, so there is no deadline`,
      ...caseOf(cases.witness(missing)),
      ...(cases.witness(missing) ? {} : { open: true as const }),
      arrival,
    });
  return cases.diagrams.exhausted() ? [] : pairs;
}

function withWitness(cases: Cases, set: Diagram): { witness?: Witness } {
  const witness = cases.witness(set);
  return set === always || !witness ? {} : { witness };
}

function laterThan(
  policy: Way,
  regulation: Way,
  found: Lateness,
  witness: Witness | undefined,
  voice: Voice,
): Shortfall & { rows: string } {
  const { arrival, due, demanded, when } = found;
  return {
    rows: `${policy.row} ${regulation.row}`,
    kind: 'later',
    says: `\`${policy.text}\` falls due later than ${voice.other}’s \`${regulation.text}\``,
    case: [...(witness?.says ?? []), ...when],
    ...(witness && witness.free.length > 0 && { free: witness.free }),
    arrival,
    ...(due !== undefined && Number.isFinite(due) && { due }),
    ...(Number.isFinite(demanded) && { demanded }),
  };
}

function caseOf(witness: Witness | undefined): Pick<Shortfall, 'case' | 'free'> {
  return witness ? { case: witness.says, ...(witness.free.length > 0 && { free: witness.free }) } : {};
}

/** Of each pair of rows the arrival with the longest delay; the same in another calendar is no news. */
function worstByRows(late: readonly Shortfall[]): Shortfall[] {
  const worst = new Map<string, Shortfall>();
  for (const { rows, ...shortfall } of late as (Shortfall & { rows: string })[]) {
    const known = worst.get(rows);
    if (!known || delay(shortfall) > delay(known)) worst.set(rows, shortfall);
  }
  return [...worst.values()];
}

function delay({ due, demanded }: Shortfall): number {
  return due === undefined || demanded === undefined ? Number.POSITIVE_INFINITY : due - demanded;
}
