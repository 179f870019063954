import type * as ast from '../../grammar/ast.ts';
import type { Moment } from '../engine/policy.ts';
import { compileCondition } from './conditions.ts';
import { instantOf } from './instants.ts';
import { compileDuration, idOf, leaveOut, type Scope, useCalendar } from './scope.ts';

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

/** The duration of an offset or a distance; one that a field holds cannot be run yet. */
export function compileSpan(
  scope: Scope,
  duration: ast.DurationLiteral | ast.Name,
): ReturnType<typeof compileDuration> {
  if (duration.kind === 'duration') return compileDuration(scope, duration);
  if (scope.references.get(duration)?.kind !== 'rate')
    leaveOut(scope, duration, 'a duration from the field', duration.text);
  return undefined;
}

/** The calendar that a duration is counted with, where it needs one. */
export function calendarFor(scope: Scope, duration: { readonly measure: string }): { calendar?: string } {
  if (duration.measure === 'elapsed' || scope.calendar === undefined) return {};
  return { calendar: useCalendar(scope, scope.calendar) };
}

function namedMoment(scope: Scope, name: ast.Name): Moment {
  const key = scope.references.get(name);
  switch (key?.kind) {
    case 'event':
      return { kind: 'event', event: key.name };
    case 'field':
      return { kind: 'field', field: key.name };
    case 'data':
      leaveOut(scope, name, 'a date of the event', `${key.name} of ${key.of}`);
      return never;
    default:
      return never;
  }
}

function benchmarkMoment(scope: Scope, moment: ast.BenchmarkMoment): Moment {
  const key = scope.references.get(moment.benchmark.name);
  if (!key) return never;
  if (key.of !== undefined && !scope.compilation.adopted.has(key.of)) {
    leaveOut(scope, moment, 'the benchmark of a regulation that is not adopted', idOf(key));
    return never;
  }
  return { kind: 'benchmark', benchmark: idOf(key), what: moment.what };
}

function offsetMoment(scope: Scope, moment: ast.OffsetMoment): Moment {
  const duration = compileSpan(scope, moment.duration);
  if (!duration) return never;
  return {
    kind: 'offset',
    duration,
    direction: moment.direction,
    of: compileMoment(scope, moment.of),
    ...calendarFor(scope, duration),
  };
}

/** Among moments a bare duration has nothing to be counted from. */
function compileItem(scope: Scope, item: ast.DeadlineItem): Moment {
  if (item.kind !== 'duration') return compileMoment(scope, item);
  leaveOut(scope, item, 'a duration among moments', 'earlier of');
  return never;
}
