import { isBusinessDay } from '../../engine/calendar/calendar.ts';
import type { Counting } from '../../engine/clock/ruler.ts';
import type { BenchmarkDef, Condition, Policy } from '../../engine/policy.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { dayLength, parseDate } from '../../engine/time/localDate.ts';
import { dayAt, type Instant, localOfInstant, startOfDay, type Zone } from '../../engine/time/zone.ts';
import type { Names } from '../cases/atoms.ts';
import { type Cases, createCases, type Witness } from '../cases/cases.ts';
import { chosenBy } from '../cases/chosen.ts';
import { always, type Diagram, never } from '../cases/diagram.ts';
import { simplified } from '../cases/given.ts';
import { type Stretch, stretchesOf } from './arrivals.ts';
import { type Comparison, compareTerms, type Lateness } from './compareTerms.ts';
import type { Shortfall } from './conformance.ts';
import { leavesOf, type Term, type TermScope, termOf } from './terms.ts';

/** What the deadlines of two benchmarks are compared with. */
export interface Proof {
  readonly policy: Policy;
  readonly engine: Engine;
  readonly names: Names;
  /** The events that start both clocks. */
  readonly starts: readonly string[];
  readonly countingOf: (calendar: string | undefined) => Counting;
  readonly zoneNamed: (name: string) => Zone;
  /** All arrivals, both inclusive. */
  readonly first: Instant;
  readonly last: Instant;
}

/** A row, or `every`, in one of the calendars in which it is counted. */
interface Way {
  readonly row: number;
  readonly calendar: number;
  readonly term: Term;
  readonly text: string;
}

/**
 * For every case to which the regulation's benchmark applies and every arrival: whether the policy's deadline is no
 * later. A case for which the regulation has no row demands nothing.
 */
export function compareDeadlines(own: BenchmarkDef, duty: BenchmarkDef, proof: Proof): Shortfall[] {
  const ownWays = waysOf(own, proof);
  const dutyWays = waysOf(duty, proof);
  const comparisons = new Map<string, Comparison & { policy: Way; regulation: Way; witness?: Witness }>();
  const shortfalls: Shortfall[] = [];
  const asked = conditionsOf(own, duty);
  const arrivalLeaves = [
    ...new Map(
      asked
        .flatMap(leavesIn)
        .filter(isOfArrival)
        .map((leaf) => [JSON.stringify(leaf), leaf]),
    ).values(),
  ];
  const bySignature = new Map<string, Pair[]>();

  function isOfArrival(leaf: Condition): boolean {
    return dependsOnArrival(leaf, proof.starts);
  }

  const pairsAt = (arrival: Instant): Pair[] => {
    const truths = new Map(
      arrivalLeaves.map((leaf) => [JSON.stringify(leaf), holdsAt(leaf, arrival, proof)]),
    );
    const signature = [...truths.values()].join();
    let pairs = bySignature.get(signature);
    if (!pairs) {
      pairs = pairsOf(
        own,
        duty,
        ownWays,
        dutyWays,
        proof,
        (leaf) => truths.get(JSON.stringify(leaf)),
        shortfalls,
        arrival,
      );
      bySignature.set(signature, pairs);
    }
    return pairs;
  };

  const counts = [...ownWays, ...dutyWays]
    .flatMap(({ term }) => leavesOf(term))
    .filter((leaf) => leaf.kind === 'count');
  const { times, instants } = cutsOf(arrivalLeaves, proof);
  const stretches: Stretch[] = stretchesOf(proof.first, proof.last, counts, times, instants);
  for (const stretch of stretches)
    for (const { policy, regulation, witness } of pairsAt(stretch.first)) {
      const key = `${policy.row} ${policy.calendar} ${regulation.row} ${regulation.calendar} ${JSON.stringify(witness)}`;
      let comparison = comparisons.get(key);
      if (!comparison) {
        comparison = { ...compareTerms(policy.term, regulation.term), policy, regulation, witness };
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
        says: `\`${policy.text}\` and the regulation's \`${regulation.text}\` wait for too many moments that nobody knows beforehand`,
        ...caseOf(witness),
      });
    if (found) late.push(laterThan(policy, regulation, found, witness));
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
  proof: Proof,
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
    proof.names,
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
      says: 'no row of the policy fits, so there is no deadline',
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

function waysOf(def: BenchmarkDef, { policy, engine, countingOf, starts }: Proof): Way[] {
  const arrives =
    def.arrives === undefined ? {} : { arrives: countingOf(def.arrives), arrivesId: def.arrives };
  const calendars = [...def.counts.map(({ calendar }) => calendar), policy.counts ?? null];
  const rows = def.every
    ? [
        {
          target: { kind: 'count', duration: def.every.period } as const,
          text: `every ${def.every.period.text}`,
        },
      ]
    : def.rows;
  return rows.flatMap(({ target, text }, row) =>
    calendars.map((id, calendar) => {
      const scope: TermScope = {
        counting: countingOf(id ?? undefined),
        calendar: id,
        ...arrives,
        starts,
        fields: engine.fields,
        countingOf,
      };
      return { row, calendar, term: termOf(target, scope), text };
    }),
  );
}

function conditionsOf(...defs: readonly BenchmarkDef[]): Condition[] {
  return defs.flatMap(({ applies, rows, counts }) =>
    [applies, ...rows.map(({ when }) => when), ...counts.map(({ when }) => when)].filter(
      (each) => each !== undefined,
    ),
  );
}

function leavesIn(condition: Condition): Condition[] {
  if (condition.kind === 'not') return leavesIn(condition.of);
  if (condition.kind === 'and' || condition.kind === 'or') return condition.of.flatMap(leavesIn);
  return [condition];
}

/** Whether a question is settled by when the clock starts. */
function dependsOnArrival(leaf: Condition, starts: readonly string[]): boolean {
  if (leaf.kind !== 'order' && leaf.kind !== 'time of day' && leaf.kind !== 'closed day') return false;
  const { left } = leaf;
  if ((left.kind !== 'event' && left.kind !== 'first') || !starts.includes(left.event)) return false;
  return leaf.kind !== 'order' || leaf.right.kind === 'date' || leaf.right.kind === 'instant';
}

function holdsAt(leaf: Condition, arrival: Instant, { engine, zoneNamed, countingOf }: Proof): boolean {
  switch (leaf.kind) {
    case 'order': {
      const at = instantOf(leaf, engine.zone);
      return leaf.operator === 'before' ? arrival < at : arrival > at;
    }
    case 'time of day': {
      const local = localOfInstant(zoneNamed(leaf.zone), arrival);
      const time = local - Math.floor(local / dayLength) * dayLength;
      return leaf.operator === 'before' ? time < leaf.time : time > leaf.time;
    }
    case 'closed day': {
      const { zone, calendar } = countingOf(leaf.calendar);
      return calendar !== undefined && !isBusinessDay(calendar, dayAt(zone, arrival));
    }
    default:
      return false;
  }
}

function instantOf({ right }: Extract<Condition, { kind: 'order' }>, zone: Zone): Instant {
  if (right.kind === 'instant') return right.at;
  return right.kind === 'date' ? startOfDay(zone, parseDate(right.date) ?? 0) : 0;
}

function cutsOf(leaves: readonly Condition[], { engine, zoneNamed, countingOf }: Proof) {
  const times: { zone: Zone; time: number }[] = [];
  const instants: Instant[] = [];
  for (const leaf of leaves) {
    if (leaf.kind === 'order') instants.push(instantOf(leaf, engine.zone) - 1, instantOf(leaf, engine.zone));
    if (leaf.kind === 'time of day') {
      const zone = zoneNamed(leaf.zone);
      times.push(
        { zone, time: leaf.time - 1 },
        { zone, time: leaf.time },
        { zone, time: 0 },
        { zone, time: -1 },
      );
    }
    if (leaf.kind === 'closed day') times.push({ zone: countingOf(leaf.calendar).zone, time: -1 });
  }
  return { times, instants };
}

function laterThan(
  policy: Way,
  regulation: Way,
  found: Lateness,
  witness: Witness | undefined,
): Shortfall & { rows: string } {
  const { arrival, due, demanded, when } = found;
  return {
    rows: `${policy.row} ${regulation.row}`,
    kind: 'later',
    says: `\`${policy.text}\` falls due later than the regulation's \`${regulation.text}\``,
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
