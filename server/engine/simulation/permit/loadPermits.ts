import { boundsAfter } from '../../clock/offset.ts';
import type { Counting } from '../../clock/ruler.ts';
import type { PermitClauseDef, PermitDef } from '../../policy/permit.ts';
import type { CalendarDef, Condition, Policy } from '../../policy.ts';
import { dayLength, type LocalDay, parseDate } from '../../time/localDate.ts';
import { dayAt, type Instant, localOfInstant, startOfDay } from '../../time/zone.ts';
import { type LoadedCondition, loadCondition } from '../conditions.ts';
import { type LoadedMoment, loadMoment } from '../moments.ts';
import type { Scope } from '../scope.ts';
import type { State } from '../state.ts';

export interface LoadedPermit {
  readonly def: PermitDef;
  readonly index: number;
  readonly on: LoadedMoment;
  readonly applies?: LoadedCondition;
  readonly clauses: readonly LoadedPermitClause[];
}

export interface LoadedPermitClause {
  readonly def: PermitClauseDef;
  /** Whether it allows the act at an instant, as the ticket stands. */
  readonly allows: (state: State, at: Instant) => boolean;
  /** The first instant after one that is refused at which it may be otherwise by time alone; infinite where it is not. */
  readonly next: (state: State, at: Instant) => Instant;
  /** What it waits for, where that has happened. */
  readonly since?: (state: State) => Instant | undefined;
}

export function loadPermits(policy: Policy, scope: Scope): LoadedPermit[] {
  return policy.permits.map((def, index) => ({
    def,
    index,
    on: loadMoment(def.on, scope),
    ...(def.applies && { applies: loadCondition(def.applies, scope) }),
    clauses: def.clauses.map((clause) => loadClause(clause, policy, scope)),
  }));
}

function loadClause(def: PermitClauseDef, policy: Policy, scope: Scope): LoadedPermitClause {
  switch (def.kind) {
    case 'only':
      return { def, ...during(def.during, scope, true) };
    case 'not while':
      return { def, ...during(def.condition, scope, false) };
    case 'waits':
      return { def, ...waiting(def, scope) };
    case 'not after':
      return { def, ...notAfter(def, policy, scope) };
  }
}

/** A condition is asked as if the instant were now; by time alone it changes when a calendar in it opens or closes. */
function during(
  condition: Condition,
  scope: Scope,
  wanted: boolean,
): Pick<LoadedPermitClause, 'allows' | 'next'> {
  const holds = loadCondition(condition, scope);
  const calendars = calendarsIn(condition).flatMap((id) => scope.counting(id).calendar ?? []);
  return {
    allows: (state, at) => holds(at === state.now ? state : { ...state, now: at }) === wanted,
    next: (_, at) =>
      Math.min(
        ...calendars.map(({ opens, closes }) => Math.min(firstAfter(opens, at), firstAfter(closes, at))),
        Number.POSITIVE_INFINITY,
      ),
  };
}

function calendarsIn(condition: Condition): string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.flatMap(calendarsIn);
    case 'not':
      return calendarsIn(condition.of);
    case 'open':
      return [condition.calendar];
    default:
      return [];
  }
}

/** Waiting for so many days is over when the last of them begins. */
function waiting(
  { duration, after, calendar }: Extract<PermitClauseDef, { kind: 'waits' }>,
  scope: Scope,
): Pick<LoadedPermitClause, 'allows' | 'next' | 'since'> {
  const moment = loadMoment(after, scope);
  const counting = scope.counting(calendar);
  const reached = (state: State): Instant => {
    const since = moment.at(state);
    return since === undefined ? Number.POSITIVE_INFINITY : boundsAfter(counting, since, duration)[0];
  };
  return { allows: (state, at) => at >= reached(state), next: reached, since: moment.at };
}

function notAfter(
  { time, dayBeforeHoliday, calendar }: Extract<PermitClauseDef, { kind: 'not after' }>,
  policy: Policy,
  scope: Scope,
): Pick<LoadedPermitClause, 'allows' | 'next'> {
  const counting = scope.counting(calendar);
  const { zone } = counting;
  const isHoliday = dayBeforeHoliday
    ? holidaysOf(
        policy.calendars.find(({ id }) => id === calendar),
        counting,
      )
    : () => true;
  return {
    allows: (_, at) => {
      const local = localOfInstant(zone, at);
      const day = Math.floor(local / dayLength);
      return local - day * dayLength <= time || !isHoliday(day + 1);
    },
    next: (_, at) => startOfDay(zone, dayAt(zone, at) + 1),
  };
}

/** A holiday is a day of the calendar's lists of holidays, also if it is worked, or one that a dated line closes. */
function holidaysOf(def: CalendarDef | undefined, { calendar }: Counting): (day: LocalDay) => boolean {
  const listed = new Set(
    def?.rules.flatMap((rule) =>
      rule.rule === 'holidays' ? rule.days.map(([date]) => parseDate(date)) : [],
    ),
  );
  return (day) => {
    if (listed.has(day)) return true;
    const rule = calendar?.hours.of(day).rule?.rule;
    return rule === 'yearly' || rule === 'closed';
  };
}

function firstAfter(values: Float64Array, at: Instant): Instant {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return values[low] ?? Number.POSITIVE_INFINITY;
}
