import type { BenchmarkDef, Condition, Moment, PauseDef } from '../../engine/policy.ts';
import { momentWords } from '../../engine/simulation/expressionWords.ts';
import type { Names } from '../cases/atoms.ts';
import { type Cases, createCases } from '../cases/cases.ts';
import { always, type Diagram, never } from '../cases/diagram.ts';
import type { Shortfall } from './conformance.ts';
import { eventsOf } from './eventsOf.ts';

/** What the two sides are called in sentences: `the policy`, `the regulation`. */
export interface Voice {
  readonly own: string;
  readonly other: string;
}

/** In what else than its deadlines a benchmark is less strict than another. */
export function compareClauses(
  own: BenchmarkDef,
  duty: BenchmarkDef,
  names: Names,
  voice: Voice,
): Shortfall[] {
  const cases = createCases(conditionsOf(own, duty), names);
  const applies = (def: BenchmarkDef): Diagram => (def.applies ? cases.where(def.applies) : always);
  const { and, not, exhausted } = cases.diagrams;
  const within = applies(duty);
  const left = and(within, not(applies(own)));
  const found = [
    ...compareStarts(own, duty, voice),
    ...compareStops(own, duty, voice),
    ...shown(
      cases,
      left,
      'applies',
      `the benchmark of ${voice.own} does not apply, and that of ${voice.other} does`,
    ),
    ...comparePauses(own, duty, cases, within, voice),
    ...compareCancels(own, duty, voice),
    ...compareReopening(own, duty, voice),
    ...compareNotAssessed(own, duty, cases, within, voice),
    ...compareRetargeting(own, duty, voice),
    ...compareAttainment(own, duty, voice),
  ];
  return exhausted() ? [...found, undecided('the conditions of the two tell too many cases apart')] : found;
}

function compareStarts(own: BenchmarkDef, duty: BenchmarkDef, voice: Voice): Shortfall[] {
  const [ours, theirs] = [eventsOf(own.from), eventsOf(duty.from)];
  const together = same(own.from, duty.from) || (ours && theirs?.every((event) => ours.includes(event)));
  if (!together)
    return [
      {
        kind: 'start',
        open: true,
        says: `${voice.own}’s clock starts at ${momentWords(own.from)}, ${voice.other}’s at ${momentWords(duty.from)}, so their deadlines cannot be compared`,
      },
    ];
  if (duty.each && !own.each)
    return [{ kind: 'start', says: `${voice.other} starts a clock each time, ${voice.own} only once` }];
  return [];
}

function compareStops(own: BenchmarkDef, duty: BenchmarkDef, voice: Voice): Shortfall[] {
  const [ours, theirs] = [eventsOf(own.until), eventsOf(duty.until)];
  const found: Shortfall[] = [];
  if (ours && theirs) {
    const more = ours.filter((event) => !theirs.includes(event));
    if (more.length > 0)
      found.push({
        kind: 'stop',
        says: `${voice.own}’s clock is also stopped by ${list(more)}, ${voice.other}’s is not`,
      });
  } else if (!same(own.until, duty.until))
    found.push(
      undecided(`whether ${momentWords(own.until)} is as much as ${momentWords(duty.until)} is not known`),
    );
  if (duty.by && !own.by?.every((who) => duty.by!.includes(who)))
    found.push({
      kind: 'stop',
      says: `${voice.other} lets only ${list(duty.by)} stop the clock, ${voice.own} ${own.by ? list(own.by) : 'anybody'}`,
    });
  if (duty.every && !own.every)
    found.push({
      kind: 'stop',
      says: `${voice.other} expects ${momentWords(duty.every.expects)} again and again, ${voice.own} does not`,
    });
  if (own.every && !duty.every)
    found.push(undecided(`${voice.own} counts from one time to the next, ${voice.other} once`));
  if (own.every && duty.every) {
    const [expected, demanded] = [eventsOf(own.every.expects), eventsOf(duty.every.expects)];
    const narrower = expected && demanded && expected.every((event) => demanded.includes(event));
    if (!narrower && !same(own.every.expects, duty.every.expects))
      found.push({
        kind: 'stop',
        says: `${voice.own} expects ${momentWords(own.every.expects)}, ${voice.other} ${momentWords(duty.every.expects)}`,
      });
  }
  return found;
}

function comparePauses(
  own: BenchmarkDef,
  duty: BenchmarkDef,
  cases: Cases,
  within: Diagram,
  voice: Voice,
): Shortfall[] {
  const { and, not, or } = cases.diagrams;
  const allowed = duty.pauses.map((pause) => cases.where(pause.while)).reduce(or, never);
  const found = own.pauses.flatMap((pause): Shortfall[] => {
    const set = and(within, cases.where(pause.while));
    const more = shown(
      cases,
      and(set, not(allowed)),
      'pauses',
      `${voice.own}’s clock pauses (${pause.text}), ${voice.other}’s does not`,
    );
    if (more.length > 0) return more;
    const covering = duty.pauses.filter((each) => and(set, cases.where(each.while)) !== never);
    if (set === never || covering.some((each) => isNoMore(pause, each))) return [];
    return [
      {
        kind: 'pauses',
        says: `${voice.own}’s clock may pause for longer (${pause.text}) than ${voice.other}’s (${covering.map(({ text }) => text).join('; ')})`,
      },
    ];
  });
  const paused = own.pauses.some((pause) => and(within, cases.where(pause.while)) !== never);
  if (paused && found.length === 0 && !countAlike(own, duty))
    found.push(
      undecided('the two count in different measures, so a pause may cost the one more than the other'),
    );
  return found;
}

/** Whether a pause is capped at least as strictly as another. */
function isNoMore(ours: PauseDef, theirs: PauseDef): boolean {
  if (!theirs.cap) return true;
  if (!ours.cap || ours.cap.duration.measure !== theirs.cap.duration.measure) return false;
  const perEach = ours.cap.per === 'each' && theirs.cap.per === 'all';
  return !perEach && ours.cap.duration.amount <= theirs.cap.duration.amount;
}

/** Whether a pause moves the deadlines of both by the same. */
function countAlike(own: BenchmarkDef, duty: BenchmarkDef): boolean {
  const measures = [own, duty].map(measuresOf);
  const calendars = [own, duty].map(({ counts }) =>
    JSON.stringify(counts.map(({ calendar, when }) => [calendar, when])),
  );
  const [measure] = measures[0]!;
  if (!measures.every((each) => each.size === 1 && each.has(measure!))) return false;
  return measure === 'elapsed' || calendars[0] === calendars[1];
}

function measuresOf({ rows, every }: BenchmarkDef): Set<string> {
  const found = new Set<string>();
  const look = (target: BenchmarkDef['rows'][number]['target']): void => {
    if (target.kind === 'count')
      found.add(target.duration.measure === 'months' ? 'days' : target.duration.measure);
    else if (target.kind === 'earlier' || target.kind === 'later') target.of.forEach(look);
    // A moment does not pause.
    else if (target.kind !== 'moment') found.add(target.kind);
  };
  for (const { target } of rows) look(target);
  if (every) look({ kind: 'count', duration: every.period });
  return found;
}

function compareCancels(own: BenchmarkDef, duty: BenchmarkDef, voice: Voice): Shortfall[] {
  const ends = [...duty.cancels.map(({ on }) => on), duty.until];
  const events = ends.flatMap((moment) => eventsOf(moment) ?? []);
  return own.cancels.flatMap(({ on }): Shortfall[] => {
    const ours = eventsOf(on);
    if (ends.some((moment) => same(moment, on)) || ours?.every((event) => events.includes(event))) return [];
    return [
      {
        kind: 'cancels',
        says: `${voice.own}’s clock is cancelled on ${momentWords(on)}, ${voice.other}’s is not`,
      },
    ];
  });
}

function compareReopening(own: BenchmarkDef, duty: BenchmarkDef, voice: Voice): Shortfall[] {
  if (!duty.reopening) return [];
  const alike = own.reopening && same(own.reopening.on, duty.reopening.on);
  if (
    alike &&
    (own.reopening!.effect === duty.reopening.effect || duty.reopening.effect === 'starts a new run')
  )
    return [];
  return [
    {
      kind: 'reopening',
      says: `${voice.other}’s clock ${duty.reopening.effect} on ${momentWords(duty.reopening.on)}, ${voice.own}’s does not`,
    },
  ];
}

function compareNotAssessed(
  own: BenchmarkDef,
  duty: BenchmarkDef,
  cases: Cases,
  within: Diagram,
  voice: Voice,
): Shortfall[] {
  const { and, not, or } = cases.diagrams;
  const allowed = duty.notAssessed.map((clause) => cases.where(clause.while)).reduce(or, never);
  return own.notAssessed.flatMap((clause) =>
    shown(
      cases,
      and(and(within, cases.where(clause.while)), not(allowed)),
      'not-assessed',
      `${voice.own} does not assess what ${voice.other} does`,
    ),
  );
}

function compareRetargeting(own: BenchmarkDef, duty: BenchmarkDef, voice: Voice): Shortfall[] {
  if (own.retargets && !duty.retargets && own.rows.length + own.counts.length > 1)
    return [undecided(`${voice.other} keeps the first row, ${voice.own} chooses again when a field changes`)];
  if (!own.retargets && duty.retargets && duty.rows.length + duty.counts.length > 1)
    return [
      {
        kind: 'retargets',
        says: `${voice.own} keeps the first row when a field changes, ${voice.other} chooses again`,
      },
    ];
  return [];
}

/** A benchmark that names no percentage means each deadline; where both name one, the first is no lower. */
function compareAttainment(own: BenchmarkDef, duty: BenchmarkDef, voice: Voice): Shortfall[] {
  const least = (def: BenchmarkDef) =>
    Math.min(
      ...def.attain.flatMap(({ levels }) =>
        levels.filter((level) => !level.in).map(({ percent }) => Number(percent)),
      ),
    );
  const [ours, theirs] = [least(own), least(duty)];
  if (ours >= theirs || !Number.isFinite(theirs)) return [];
  return [
    { kind: 'attain', says: `${voice.own} is content with ${ours}%, ${voice.other} demands ${theirs}%` },
  ];
}

/** A shortfall in the cases of a set, if there are any. */
function shown(cases: Cases, set: Diagram, kind: Shortfall['kind'], says: string): Shortfall[] {
  if (set === never) return [];
  const witness = cases.witness(set);
  if (!witness) return [{ kind, says, open: true }];
  return [{ kind, says, case: witness.says, ...(witness.free.length > 0 && { free: witness.free }) }];
}

function undecided(says: string): Shortfall {
  return { kind: 'undecided', says, open: true };
}

function conditionsOf(...defs: readonly BenchmarkDef[]): Condition[] {
  return defs.flatMap(({ applies, pauses, notAssessed }) => [
    ...(applies ? [applies] : []),
    ...[...pauses, ...notAssessed].map((clause) => clause.while),
  ]);
}

function same(a: Moment, b: Moment): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
