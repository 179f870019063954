import type * as ast from '../../grammar/ast.ts';
import type { Moment, Span } from '../engine/policy.ts';
import { compileCondition } from './conditions.ts';
import { instantOf } from './instants.ts';
import { compileDuration, idOf, isAdopted, leaveOut, type Scope, useCalendar } from './scope.ts';

/** A moment that never comes. */
export const never: Moment = { kind: 'earlier', of: [] };

export function compileMoment(scope: Scope, moment: ast.Moment): Moment {
  switch (moment.kind) {
    case 'name':
      return namedMoment(scope, moment);
    case 'date':
      return { kind: 'date', date: moment.value };
    case 'date-time':
    case 'instant': {
      const at = instantOf(moment, scope.compilation.zone);
      return at === undefined ? never : { kind: 'instant', at };
    }
    case 'first':
      return { kind: 'first', event: moment.event.text };
    case 'where':
      return {
        kind: 'where',
        event: moment.event.text,
        condition: compileCondition(scope, moment.condition),
      };
    case 'benchmark-moment':
      return benchmarkMoment(scope, moment);
    case 'offset':
      return offsetMoment(scope, moment);
    case 'choice-moment':
      return { kind: moment.which, of: moment.items.map((item) => compileItem(scope, item)) };
    case 'either':
      return { kind: 'either', of: moment.items.map((item) => compileMoment(scope, item)) };
    case 'anchor':
      if (moment.what === 'opening')
        return scope.right === undefined ? never : { kind: 'opening', right: scope.right };
      if (scope.anchor === undefined) return never;
      return { kind: 'benchmark', benchmark: scope.anchor, what: moment.what };
  }
}

/** A name that stands for a duration: of a field or a rate; undefined for a name that is unknown. */
export function spanOf(scope: Scope, name: ast.Name): Span | undefined {
  const key = scope.references.get(name);
  if (key?.kind === 'field') return { kind: 'field', field: key.name };
  return key?.kind === 'rate' ? { kind: 'rate', rate: key.name } : undefined;
}

/** The calendar that a scope counts with, where it has one: for what is known only when a ticket is run. */
export function calendarIn(scope: Scope): { calendar?: string } {
  return scope.calendar === undefined ? {} : { calendar: useCalendar(scope, scope.calendar) };
}

/** The calendar that a duration is counted with, where it needs one. */
export function calendarFor(scope: Scope, duration: { readonly measure: string }): { calendar?: string } {
  return duration.measure === 'elapsed' ? {} : calendarIn(scope);
}

function namedMoment(scope: Scope, name: ast.Name): Moment {
  const key = scope.references.get(name);
  switch (key?.kind) {
    case 'event':
      return { kind: 'event', event: key.name };
    case 'field':
      return { kind: 'field', field: key.name };
    case 'data':
      return { kind: 'data', event: key.of!, field: key.name };
    default:
      return never;
  }
}

function benchmarkMoment(scope: Scope, moment: ast.BenchmarkMoment): Moment {
  const key = scope.references.get(moment.benchmark.name);
  if (!key) return never;
  if (!isAdopted(scope.compilation, key.of)) {
    leaveOut(scope, moment, 'benchmark', idOf(key));
    return never;
  }
  return { kind: 'benchmark', benchmark: idOf(key), what: moment.what };
}

function offsetMoment(scope: Scope, { duration, direction, of }: ast.OffsetMoment): Moment {
  return offset(scope, duration, direction, compileMoment(scope, of));
}

function offset(
  scope: Scope,
  duration: ast.DurationLiteral | ast.Name,
  direction: 'after' | 'before',
  of: Moment,
): Moment {
  if (duration.kind === 'duration') {
    const literal = compileDuration(scope, duration);
    if (!literal) return never;
    return { kind: 'offset', duration: literal, direction, of, ...calendarFor(scope, literal) };
  }
  const span = spanOf(scope, duration);
  return span ? { kind: 'computed offset', span, direction, of, ...calendarIn(scope) } : never;
}

/** Among moments a bare duration counts from where things begin: the start of the clock, the opening of the right. */
function compileItem(scope: Scope, item: ast.DeadlineItem): Moment {
  if (!isDuration(scope, item)) return compileMoment(scope, item);
  const from = beginning(scope);
  return from ? offset(scope, item, 'after', from) : never;
}

/** Whether an operand of `earlier of` is a duration, written or named. */
export function isDuration(scope: Scope, item: ast.DeadlineItem): item is ast.DurationLiteral | ast.Name {
  return item.kind === 'duration' || (item.kind === 'name' && scope.types.get(item)?.kind === 'duration');
}

function beginning({ right, anchor }: Scope): Moment | undefined {
  if (right !== undefined) return { kind: 'opening', right };
  return anchor === undefined ? undefined : { kind: 'benchmark', benchmark: anchor, what: 'start' };
}
