import { boundsAfter } from '../../clock/offset.ts';
import type { Counting } from '../../clock/ruler.ts';
import type { AccrualDef, PayDef, RemedyDef } from '../../policy/remedy.ts';
import type { Moment, Policy } from '../../policy.ts';
import type { Cap } from '../../remedy/claimGaps.ts';
import { type AmountReader, amountReader } from '../amounts.ts';
import { type LoadedCondition, loadCondition } from '../conditions.ts';
import { type LoadedMoment, loadMoment } from '../moments.ts';
import type { Scope } from '../scope.ts';
import type { State } from '../state.ts';

/** A remedy made ready to run. */
export interface LoadedRemedy {
  readonly def: RemedyDef;
  readonly index: number;
  /** Absent for a shortfall, which is the summary's business. */
  readonly trigger?: LoadedMoment;
  readonly repetition?: { readonly benchmark: number; readonly counting: Counting };
  readonly applies?: LoadedCondition;
  readonly counts: readonly { readonly calendar: string; readonly when?: LoadedCondition }[];
  readonly counting: (calendar: string | undefined) => Counting;
  /** Those of `pauses`, then those of `unless`. */
  readonly clauses: readonly LoadedCondition[];
  readonly caps: readonly (Cap | undefined)[];
  readonly stops: readonly LoadedStop[];
  /** What it pays in where nothing has come due: that of its amounts, else the policy's. */
  readonly currency?: string;
  readonly sequences: readonly LoadedSequence[];
  /** What is paid once. */
  readonly once: readonly LoadedPay[];
  /** What is paid for each percent that a window fell short. */
  readonly percentShort: readonly LoadedPay[];
  /** Whether it counts days before its trigger, so that what held then must be known. */
  readonly looksBack: boolean;
  /** By clause of the definition. */
  readonly adjusts: readonly { readonly amount: AmountReader; readonly when?: LoadedCondition }[];
  readonly owes: readonly (LoadedCondition | undefined)[];
  readonly exposes: readonly AmountReader[];
  readonly automatic?: AmountReader;
  readonly paid: readonly LoadedMoment[];
}

export interface LoadedStop {
  readonly at: (state: State) => number | undefined;
  readonly when?: LoadedCondition;
}

/** Rows that count the same units. */
export interface LoadedSequence {
  readonly accrual: Exclude<AccrualDef, { kind: 'percent short' }>;
  readonly since?: LoadedMoment;
  readonly fromDayAfter?: LoadedMoment;
  readonly withDayOf?: LoadedMoment;
  readonly pays: readonly LoadedPay[];
  /** Whether its units are single days. */
  readonly inDays: boolean;
  /** Whether one unit is worth as much as the next while nothing changes, but for the units in `tiers`. */
  readonly steady: boolean;
  /** The first unit of each tier, and the first after it. */
  readonly tiers: ReadonlySet<number>;
}

export interface LoadedPay {
  readonly def: PayDef;
  readonly number: number;
  readonly amount: AmountReader;
  readonly when?: LoadedCondition;
}

export function loadRemedies(policy: Policy, scope: Scope): LoadedRemedy[] {
  return policy.remedies.map((def, index) => {
    const currency = currencyIn(def.pays, policy) ?? policy.currency;
    return { ...loadRemedy(def, index, scope), ...(currency !== undefined && { currency }) };
  });
}

function loadRemedy(def: RemedyDef, index: number, scope: Scope): LoadedRemedy {
  const pays = def.pays.map((pay, number) => loadPay(pay, number, scope));
  const sequences = loadSequences(def, pays, scope);
  return {
    def,
    index,
    ...loadTrigger(def, scope),
    ...(def.applies && { applies: loadCondition(def.applies, scope) }),
    counts: def.counts.map(({ calendar, when }) => ({
      calendar,
      ...(when && { when: loadCondition(when, scope) }),
    })),
    counting: scope.counting,
    clauses: [...def.pauses, ...def.unless].map((clause) => loadCondition(clause.while, scope)),
    caps: [...def.pauses.map(({ cap }) => cap), ...def.unless.map(() => undefined)],
    stops: def.stops.map((stop) => ({
      at: reachedAt(stop.at, scope),
      ...(stop.when && { when: loadCondition(stop.when, scope) }),
    })),
    sequences,
    once: pays.filter(({ def: { accrual } }) => accrual === undefined),
    percentShort: pays.filter(({ def: { accrual } }) => accrual?.kind === 'percent short'),
    looksBack: sequences.some(({ since }) => since !== undefined),
    adjusts: def.adjusts.map((clause) => ({
      amount: amountReader(clause.amount, scope),
      ...('when' in clause && clause.when && { when: loadCondition(clause.when, scope) }),
    })),
    owes: def.owes.map(({ when }) => when && loadCondition(when, scope)),
    exposes: def.exposes.map(({ upTo }) => amountReader(upTo, scope)),
    ...(def.automatic && { automatic: amountReader(def.automatic.amount, scope) }),
    paid: def.paid.map(({ within }) => loadMoment(within, scope)),
  };
}

function loadTrigger({ on }: RemedyDef, scope: Scope): Pick<LoadedRemedy, 'trigger' | 'repetition'> {
  switch (on.kind) {
    case 'moment':
      return { trigger: loadMoment(on.moment, scope) };
    case 'repetition': {
      const benchmark = scope.benchmarkIndex.get(on.benchmark);
      if (benchmark === undefined) return {};
      return {
        trigger: loadMoment({ kind: 'benchmark', benchmark: on.benchmark, what: 'breach' }, scope),
        repetition: { benchmark, counting: scope.counting(on.calendar) },
      };
    }
    case 'shortfall':
      return {};
  }
}

function loadPay(def: PayDef, number: number, scope: Scope): LoadedPay {
  return {
    def,
    number,
    amount: amountReader(def.amount, scope),
    ...(def.when && { when: loadCondition(def.when, scope) }),
  };
}

/** Days late, for those that ask for them without counting them themselves: nothing is paid for them. */
const hidden: LoadedSequence = {
  accrual: { kind: 'late', every: { measure: 'days', amount: 1, text: 'day' } },
  pays: [],
  inDays: true,
  steady: true,
  tiers: new Set(),
};

function loadSequences(def: RemedyDef, pays: readonly LoadedPay[], scope: Scope): LoadedSequence[] {
  const bySequence = new Map<number, LoadedPay[]>();
  for (const pay of pays) {
    const { accrual, sequence } = pay.def;
    if (accrual === undefined || accrual.kind === 'percent short') continue;
    bySequence.set(sequence, [...(bySequence.get(sequence) ?? []), pay]);
  }
  const sequences = [...bySequence.values()].map((rows) => loadSequence(rows, scope));
  return mentionsDaysLate(def.pays) ? [hidden, ...sequences] : sequences;
}

function loadSequence(pays: readonly LoadedPay[], scope: Scope): LoadedSequence {
  const accrual = pays[0]!.def.accrual as LoadedSequence['accrual'];
  const start =
    accrual.kind === 'since' ? accrual.since : accrual.kind === 'days' ? accrual.after : undefined;
  return {
    accrual,
    ...(start && { since: loadMoment(start, scope) }),
    ...(accrual.fromDayAfter && { fromDayAfter: loadMoment(accrual.fromDayAfter, scope) }),
    ...(accrual.withDayOf && { withDayOf: loadMoment(accrual.withDayOf, scope) }),
    pays,
    steady: !pays.some(({ def }) => isOfTheDay(def, scope)),
    tiers: new Set(pays.flatMap(({ def: { units } }) => (units ? [units.from, (units.until ?? 0) + 1] : []))),
    inDays:
      accrual.kind === 'days' ||
      (accrual.every.amount === 1 &&
        (accrual.every.measure === 'days' || accrual.every.measure === 'business-days')),
  };
}

/** The first currency that amounts name, by themselves or by a rate. */
function currencyIn(node: unknown, policy: Policy): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('type' in node && node.type === 'money' && 'currency' in node) return String(node.currency);
  if ('kind' in node && node.kind === 'rate' && 'rate' in node)
    return currencyIn(policy.rates.find(({ id }) => id === node.rate)?.values, policy);
  for (const child of Object.values(node)) {
    const found = currencyIn(child, policy);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether an amount or a condition may differ from one day to the next though nothing has happened. */
function isOfTheDay(node: unknown, scope: Scope): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('kind' in node) {
    if (node.kind === 'late' && 'unit' in node) return true;
    if (node.kind === 'elapsed' && 'benchmark' in node) return true;
    if (node.kind === 'rate' && 'rate' in node) return scope.rates.get(String(node.rate))?.by === undefined;
  }
  return Object.values(node).some((child) => isOfTheDay(child, scope));
}

/** Whether an amount or a condition asks for `days late`. */
function mentionsDaysLate(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('kind' in node && node.kind === 'late' && 'unit' in node) return node.unit === 'days';
  return Object.values(node).some(mentionsDaysLate);
}

/** The instant at which `D after M` is reached: with days, the start of day D and not its end. */
export function reachedAt(moment: Moment, scope: Scope): (state: State) => number | undefined {
  if (moment.kind !== 'offset' || moment.direction !== 'after') return loadMoment(moment, scope).at;
  const base = loadMoment(moment.of, scope);
  const counting = scope.counting(moment.calendar);
  return (state) => {
    const from = base.at(state);
    if (from === undefined) return undefined;
    const [first] = boundsAfter(counting, from, moment.duration);
    return Number.isFinite(first) ? first : undefined;
  };
}
