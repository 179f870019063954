import { clockStart } from '../../engine/clock/clockStart.ts';
import { dueOf } from '../../engine/clock/due.ts';
import { after } from '../../engine/clock/offset.ts';
import type { Counting } from '../../engine/clock/ruler.ts';
import type { By, FieldDef, Measure, Moment, Target } from '../../engine/policy.ts';
import { momentWords } from '../../engine/simulation/expressionWords.ts';
import { countDeadline } from '../../engine/simulation/targets.ts';
import { parseDate } from '../../engine/time/localDate.ts';
import { endOfDay, type Instant } from '../../engine/time/zone.ts';

/** A deadline as a function of the instant at which its clock starts, and of moments that nothing is known about. */
export type Term = Leaf | { readonly kind: 'earlier' | 'later'; readonly of: readonly Term[] };

/** A term that is no choice. */
export type Leaf =
  | CountTerm
  | { readonly kind: 'free'; readonly key: string; readonly name: string; readonly canBeUnset: boolean }
  | { readonly kind: 'fixed'; readonly at: Instant };

export interface CountTerm {
  readonly kind: 'count';
  readonly measure: Measure;
  readonly amount: number;
  readonly rolling: boolean;
  readonly counting: Counting;
  /** The calendar that judges an arrival, where it has a cut-off. */
  readonly judge?: Counting;
  readonly due: (start: Instant) => Instant;
  /** Equal for counts that are the same. */
  readonly key: string;
}

/** What a target is read with. */
export interface TermScope {
  readonly counting: Counting;
  /** What it is known by, `Clockwork.identityOf`. */
  readonly calendar: string | null;
  readonly arrives?: Counting;
  readonly arrivesId?: string;
  /** The events that start the clock. */
  readonly starts: readonly string[];
  readonly fields: ReadonlyMap<string, FieldDef>;
  readonly countingOf: (calendar: string | undefined) => Counting;
  readonly identityOf: (calendar: string | undefined) => string | null;
}

export function termOf(
  target: Target,
  scope: TermScope,
  by = target.by,
  rolling = target.rolling ?? false,
): Term {
  const { counting, calendar, arrives, arrivesId, fields } = scope;
  const manner = { by: by ?? null, rolling, calendar };
  switch (target.kind) {
    case 'count': {
      const { duration } = target;
      return {
        kind: 'count',
        measure: duration.measure,
        amount: duration.amount,
        rolling,
        counting,
        judge: arrives ?? counting,
        due: (start) =>
          dueOf(
            countDeadline(duration, counting, clockStart(counting, start, true, arrives), by, rolling),
            counting,
            [],
          ),
        key: JSON.stringify([duration.measure, duration.amount, manner, arrivesId ?? null]),
      };
    }
    case 'field':
      return {
        kind: 'free',
        key: JSON.stringify(['field', target.field, manner, arrivesId ?? null]),
        name: target.field,
        canBeUnset: fields.get(target.field)?.optional ?? true,
      };
    case 'rate':
      return {
        kind: 'free',
        key: JSON.stringify(['rate', target.rate, manner, arrivesId ?? null]),
        name: target.rate,
        canBeUnset: true,
      };
    case 'moment':
      return momentTerm(target.moment, scope, by, rolling);
    case 'earlier':
    case 'later':
      return {
        kind: target.kind,
        of: target.of.map((operand) => termOf(operand, scope, operand.by ?? by, operand.rolling ?? rolling)),
      };
  }
}

function momentTerm(moment: Moment, scope: TermScope, by: By | undefined, rolling: boolean): Term {
  const { counting, calendar, fields, starts, countingOf, identityOf } = scope;
  const settled = (at: Instant) =>
    dueOf({ kind: 'moment', at, ...(by !== undefined && { by }), rolling }, counting, []);
  if (moment.kind === 'instant') return { kind: 'fixed', at: settled(moment.at) };
  if (moment.kind === 'date') {
    const day = parseDate(moment.date);
    if (day !== undefined) return { kind: 'fixed', at: settled(endOfDay(counting.zone, day)) };
  }
  const ofStart =
    moment.kind === 'offset' &&
    moment.direction === 'after' &&
    (moment.of.kind === 'event' || moment.of.kind === 'first') &&
    starts.includes(moment.of.event);
  if (ofStart) {
    const { duration } = moment;
    const own = countingOf(moment.calendar);
    return {
      kind: 'count',
      measure: duration.measure,
      amount: duration.amount,
      rolling: rolling || by !== undefined,
      counting: own,
      due: (start) => settled(after(own, start, duration)),
      key: JSON.stringify([
        'after start',
        duration.measure,
        duration.amount,
        identityOf(moment.calendar),
        by ?? null,
        rolling,
        calendar,
      ]),
    };
  }
  const field = moment.kind === 'field' ? fields.get(moment.field) : undefined;
  return {
    kind: 'free',
    key: JSON.stringify([moment, by ?? null, rolling, calendar]),
    name: momentWords(moment),
    canBeUnset: field ? field.optional : true,
  };
}

export type Valuation = ReadonlyMap<string, Instant | undefined>;

/** The due instant; undefined where nothing of it is set. */
export function dueAt(term: Term, start: Instant, free: Valuation): Instant | undefined {
  switch (term.kind) {
    case 'count':
      return term.due(start);
    case 'fixed':
      return term.at;
    case 'free':
      return free.get(term.key);
    case 'earlier':
    case 'later': {
      const known = term.of.map((part) => dueAt(part, start, free)).filter((at) => at !== undefined);
      if (known.length === 0) return undefined;
      return term.kind === 'earlier' ? Math.min(...known) : Math.max(...known);
    }
  }
}

/** The parts of a term that are no choices. */
export function leavesOf(term: Term): Leaf[] {
  return 'of' in term ? term.of.flatMap(leavesOf) : [term];
}

/** Equal for terms that are the same whatever the arrival. */
export function keyOf(term: Term): string {
  switch (term.kind) {
    case 'count':
    case 'free':
      return term.key;
    case 'fixed':
      return String(term.at);
    default:
      return `${term.kind}(${term.of.map(keyOf).join(';')})`;
  }
}
