import type * as ast from '../../grammar/ast.ts';
import type { Condition } from '../engine/policy.ts';
import { compileAmount, compileValue } from './amounts.ts';
import { timeOf } from './instants.ts';
import { zoneOfCalendar } from './lineage.ts';
import { calendarFor, calendarIn, compileMoment, spanOf } from './moments.ts';
import { compileDuration, idOf, type Scope, useCalendar } from './scope.ts';

/** A condition that never holds. */
const never: Condition = { kind: 'or', of: [] };

export function compileCondition(scope: Scope, condition: ast.Condition): Condition {
  switch (condition.kind) {
    case 'name':
      return namedCondition(scope, condition);
    case 'and':
    case 'or':
      return { kind: condition.kind, of: condition.items.map((item) => compileCondition(scope, item)) };
    case 'not':
      return not(compileCondition(scope, condition.condition));
    case 'comparison':
      return comparison(scope, condition);
    case 'one-of':
      return negatedIf(condition.negated, oneOf(scope, condition));
    case 'set':
      return negatedIf(condition.negated, isSet(scope, condition.subject));
    case 'order':
      return order(scope, condition);
    case 'distance':
      return distance(scope, condition);
    case 'closed-day':
      return negatedIf(condition.negated, closedDay(scope, condition));
  }
}

/** The condition of a `when`; none for `otherwise`, which always holds. */
export function compileWhen(scope: Scope, when: ast.When | undefined): { when?: Condition } {
  return when && when.kind !== 'otherwise' ? { when: compileCondition(scope, when) } : {};
}

function not(condition: Condition): Condition {
  return { kind: 'not', of: condition };
}

function negatedIf(negated: boolean, condition: Condition): Condition {
  return negated ? not(condition) : condition;
}

function namedCondition(scope: Scope, name: ast.Name): Condition {
  const key = scope.references.get(name);
  switch (key?.kind) {
    case 'field':
      return { kind: 'flag', field: key.name };
    case 'data':
      return {
        kind: 'compare',
        left: { kind: 'data', event: key.of!, field: key.name },
        operator: 'is',
        right: { kind: 'value', value: { type: 'flag', value: true } },
      };
    case 'state':
      return { kind: 'state', state: key.name };
    case 'dispute':
      return { kind: 'dispute', dispute: idOf(key) };
    case 'calendar':
      return { kind: 'open', calendar: useCalendar(scope, key.name)! };
    default:
      return never;
  }
}

function comparison(scope: Scope, condition: ast.ComparisonCondition): Condition {
  const { operator } = condition;
  const positive: Condition = {
    kind: 'compare',
    left: compileAmount(scope, condition.left),
    operator: operator === 'is not' ? 'is' : operator,
    right: compileAmount(scope, condition.right),
  };
  return negatedIf(operator === 'is not', positive);
}

function oneOf(scope: Scope, condition: ast.OneOfCondition): Condition {
  const left = compileAmount(scope, condition.left);
  const values = condition.values.map((value) => compileValue(scope, value));
  if (values.every((value) => value !== undefined)) return { kind: 'one of', left, values };
  return {
    kind: 'or',
    of: condition.values.map((value) => ({
      kind: 'compare',
      left,
      operator: 'is',
      right: compileAmount(scope, value),
    })),
  };
}

const momentKinds: ReadonlySet<string> = new Set<ast.Moment['kind']>([
  'first',
  'where',
  'benchmark-moment',
  'offset',
  'choice-moment',
  'either',
  'anchor',
]);

function isSet(scope: Scope, subject: ast.SetCondition['subject']): Condition {
  const isMoment =
    subject.kind === 'name' ? scope.references.get(subject)?.kind === 'event' : momentKinds.has(subject.kind);
  return isMoment
    ? { kind: 'moment set', of: compileMoment(scope, subject as ast.Moment) }
    : { kind: 'amount set', of: compileAmount(scope, subject as ast.Amount) };
}

function order(scope: Scope, condition: ast.OrderCondition): Condition {
  const left = compileMoment(scope, condition.left);
  const { operator, right } = condition;
  if (right.kind !== 'time') return { kind: 'order', left, operator, right: compileMoment(scope, right) };
  const { program, zone } = scope.compilation;
  const calendar = useCalendar(scope, scope.calendar);
  const counted = calendar === undefined ? undefined : zoneOfCalendar(program, calendar);
  return { kind: 'time of day', left, operator, time: timeOf(right.value), zone: counted ?? zone };
}

function distance(scope: Scope, condition: ast.DistanceCondition): Condition {
  const { operator, direction, duration: written } = condition;
  const left = compileMoment(scope, condition.left);
  const right = compileMoment(scope, condition.right);
  if (written.kind === 'name') {
    const span = spanOf(scope, written);
    if (!span) return never;
    return { kind: 'computed distance', left, operator, span, direction, right, ...calendarIn(scope) };
  }
  const duration = compileDuration(scope, written);
  if (!duration) return never;
  return { kind: 'distance', left, operator, duration, direction, right, ...calendarFor(scope, duration) };
}

function closedDay(scope: Scope, condition: ast.ClosedDayCondition): Condition {
  const calendar = useCalendar(scope, scope.calendar);
  if (calendar === undefined) return never;
  return { kind: 'closed day', left: compileMoment(scope, condition.left), calendar };
}
