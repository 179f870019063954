import type { Amount, Condition, DeadlineItem, Expression, Moment, Node } from '../ast.ts';

/** Called where an expression is not what its place asks for; throws. */
export type Failure = (place: Node, what: 'condition' | 'moment' | 'amount') => never;

export function asCondition(value: Expression, failure: Failure): Condition {
  switch (value.kind) {
    case 'and':
    case 'or':
      for (const item of value.items) asCondition(item, failure);
      return value;
    case 'not':
      asCondition(value.condition, failure);
      return value;
    case 'name':
    case 'comparison':
    case 'one-of':
    case 'set':
    case 'order':
    case 'distance':
    case 'closed-day':
      return value;
    default:
      return failure(value, 'condition');
  }
}

export function asMoment(value: Expression, failure: Failure): Moment {
  switch (value.kind) {
    case 'or':
      // In parentheses `or` is read as a condition's; here it says whichever comes first.
      return {
        kind: 'either',
        start: value.start,
        end: value.end,
        items: value.items.map((item) => asMoment(item, failure)),
      };
    case 'order':
      // Likewise `(grace after due)`, where a name stands for a duration.
      if (value.left.kind !== 'name' || value.right.kind === 'time') return failure(value, 'moment');
      return {
        kind: 'offset',
        start: value.start,
        end: value.end,
        duration: value.left,
        direction: value.operator,
        of: value.right,
      };
    case 'name':
    case 'date':
    case 'date-time':
    case 'instant':
    case 'first':
    case 'where':
    case 'benchmark-moment':
    case 'offset':
    case 'choice-moment':
    case 'either':
    case 'anchor':
      return value;
    default:
      return failure(value, 'moment');
  }
}

export function asDeadlineItem(value: Expression, failure: Failure): DeadlineItem {
  return value.kind === 'duration' ? value : asMoment(value, failure);
}

export function asAmount(value: Expression, failure: Failure): Amount {
  return isAmount(value) ? value : failure(value, 'amount');
}

function isAmount(value: Expression): value is Amount {
  switch (value.kind) {
    case 'name':
    case 'duration':
    case 'money':
    case 'percent':
    case 'number':
    case 'date':
    case 'date-time':
    case 'instant':
    case 'time':
    case 'text':
    case 'binary':
    case 'choice':
    case 'percent-of':
    case 'elapsed':
    case 'data':
    case 'late':
      return true;
    default:
      return false;
  }
}

/** What `is set` may ask of. */
export function asSubject(value: Expression, failure: Failure): Amount | Moment {
  return isAmount(value) ? value : asMoment(value, failure);
}
