import type { Amount, Condition, Moment, Value } from '../../engine/policy.ts';
import { describeSpan as spanWords } from '../../engine/simulation/spans.ts';
import { timeWords } from '../../engine/simulation/words.ts';

/** A condition in the language's words, for a witness that rests on it. */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.map(describeCondition).join(` ${condition.kind} `);
    case 'not':
      return `not (${describeCondition(condition.of)})`;
    case 'compare':
      return `${describeAmount(condition.left)} ${condition.operator} ${describeAmount(condition.right)}`;
    case 'one of':
      return `${describeAmount(condition.left)} is one of ${condition.values.map(describeValue).join(', ')}`;
    case 'amount set':
      return `${describeAmount(condition.of)} is set`;
    case 'moment set':
      return `${describeMoment(condition.of)} is set`;
    case 'flag':
      return condition.field;
    case 'state':
      return condition.state;
    case 'order':
      return `${describeMoment(condition.left)} ${condition.operator} ${describeMoment(condition.right)}`;
    case 'distance':
      return `${describeMoment(condition.left)} ${condition.operator} ${describeSpan(condition)}`;
    case 'computed distance':
      return `${describeMoment(condition.left)} ${condition.operator} ${spanWords(condition.span)} ${condition.direction} ${describeMoment(condition.right)}`;
    case 'time of day':
      return `${describeMoment(condition.left)} ${condition.operator} ${timeWords(condition.time)}`;
    case 'closed day':
      return `${describeMoment(condition.left)} is on a closed day`;
    default:
      return 'a condition that cannot be told';
  }
}

/** `24 hours before slot-starts` */
export function describeSpan({
  duration,
  direction,
  right,
}: Extract<Condition, { kind: 'distance' }>): string {
  return `${duration.text} ${direction} ${describeMoment(right)}`;
}

export function describeMoment(moment: Moment): string {
  switch (moment.kind) {
    case 'event':
      return moment.event;
    case 'first':
      return `first ${moment.event}`;
    case 'where':
      return `${moment.event} where ${describeCondition(moment.condition)}`;
    case 'field':
      return moment.field;
    case 'date':
      return moment.date;
    case 'instant':
      return 'a fixed instant';
    case 'benchmark':
      return `${moment.what} of ${moment.benchmark}`;
    case 'data':
      return `${moment.field} of ${moment.event}`;
    case 'computed offset':
      return `${spanWords(moment.span)} ${moment.direction} ${describeMoment(moment.of)}`;
    case 'offset':
      return `${moment.duration.text} ${moment.direction} ${describeMoment(moment.of)}`;
    case 'earlier':
    case 'later':
      return `${moment.kind} of ${moment.of.map(describeMoment).join(', ')}`;
    case 'either':
      return moment.of.map(describeMoment).join(' or ');
    default:
      return 'a moment';
  }
}

export function describeAmount(amount: Amount): string {
  switch (amount.kind) {
    case 'value':
      return describeValue(amount.value);
    case 'field':
      return amount.field;
    case 'data':
      return `${amount.field} of ${amount.event}`;
    case 'elapsed':
      return `elapsed of ${amount.benchmark}`;
    case 'binary':
      return `${describeAmount(amount.left)} ${amount.operator} ${describeAmount(amount.right)}`;
    case 'choice':
      return amount.of.length === 0
        ? 'something'
        : `${amount.which} of ${amount.of.map(describeAmount).join(', ')}`;
    default:
      return 'something';
  }
}

export function describeValue(value: Value): string {
  switch (value.type) {
    case 'flag':
      return value.value ? 'yes' : 'no';
    case 'text':
      return JSON.stringify(value.value);
    case 'percent':
      return `${value.value}%`;
    case 'money':
      return `${value.value} ${value.currency}`;
    case 'instant':
      return 'a fixed instant';
    case 'duration':
      return value.value.text;
    case 'word':
    case 'number':
    case 'date':
      return value.value;
  }
}
