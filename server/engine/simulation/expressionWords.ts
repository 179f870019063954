import type { Amount, Condition, Moment, Value } from '../policy.ts';
import type { Instant, Zone } from '../time/zone.ts';
import { describeSpan } from './spans.ts';
import { instantWords, timeWords } from './words.ts';

/** A condition in the words in which it would be written; instants are told in the zone, and without one left unsaid. */
export function conditionWords(condition: Condition, zone?: Zone): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.map((each) => inner(each, condition.kind, zone)).join(` ${condition.kind} `);
    case 'not':
      return `not ${inner(condition.of, 'not', zone)}`;
    case 'compare':
      return `${amountWords(condition.left, zone)} ${condition.operator} ${amountWords(condition.right, zone)}`;
    case 'one of': {
      const values = condition.values.map((value) => valueWords(value, zone)).join(', ');
      return `${amountWords(condition.left, zone)} is one of ${values}`;
    }
    case 'amount set':
      return `${amountWords(condition.of, zone)} is set`;
    case 'moment set':
      return `${momentWords(condition.of, zone)} is set`;
    case 'flag':
      return condition.field;
    case 'state':
      return condition.state;
    case 'dispute':
      return condition.step === undefined
        ? condition.dispute
        : `${condition.dispute} is at ${condition.step}`;
    case 'open':
      return condition.calendar;
    case 'order':
      return `${momentWords(condition.left, zone)} ${condition.operator} ${momentWords(condition.right, zone)}`;
    case 'distance':
      return `${momentWords(condition.left, zone)} ${condition.operator} ${condition.duration.text} ${condition.direction} ${momentWords(condition.right, zone)}`;
    case 'computed distance':
      return `${momentWords(condition.left, zone)} ${condition.operator} ${describeSpan(condition.span)} ${condition.direction} ${momentWords(condition.right, zone)}`;
    case 'time of day':
      return `${momentWords(condition.left, zone)} ${condition.operator} ${timeWords(condition.time)}`;
    case 'closed day':
      return `${momentWords(condition.left, zone)} is on a closed day of ${condition.calendar}`;
  }
}

/** A moment in the words in which it would be written. */
export function momentWords(moment: Moment, zone?: Zone): string {
  switch (moment.kind) {
    case 'event':
      return moment.event;
    case 'first':
      return `first ${moment.event}`;
    case 'where':
      return `${moment.event} where ${conditionWords(moment.condition, zone)}`;
    case 'field':
      return moment.field;
    case 'date':
      return moment.date;
    case 'instant':
      return fixedWords(moment.at, zone);
    case 'benchmark':
      return `${moment.what} of ${moment.benchmark}`;
    case 'opening':
      return 'opening';
    case 'data':
      return `${moment.field} of ${moment.event}`;
    case 'computed offset':
      return `${describeSpan(moment.span)} ${moment.direction} ${momentWords(moment.of, zone)}`;
    case 'offset':
      return `${moment.duration.text} ${moment.direction} ${momentWords(moment.of, zone)}`;
    case 'earlier':
    case 'later':
      return `${moment.kind} of ${moment.of.map((each) => momentWords(each, zone)).join(', ')}`;
    case 'either':
      return moment.of.map((each) => momentWords(each, zone)).join(' or ');
  }
}

/** An amount in the words in which it would be written. */
export function amountWords(amount: Amount, zone?: Zone): string {
  switch (amount.kind) {
    case 'value':
      return valueWords(amount.value, zone);
    case 'field':
      return amount.field;
    case 'data':
      return `${amount.field} of ${amount.event}`;
    case 'rate':
      return amount.rate;
    case 'late':
      return `${amount.unit} late`;
    case 'elapsed':
      return `elapsed of ${amount.benchmark}`;
    case 'binary':
      return `${operandWords(amount.left, zone)} ${amount.operator} ${operandWords(amount.right, zone)}`;
    case 'choice':
      return `${amount.which} of ${amount.of.map((each) => amountWords(each, zone)).join(', ')}`;
  }
}

/** With parentheses where it is itself computed. */
function operandWords(amount: Amount, zone: Zone | undefined): string {
  const words = amountWords(amount, zone);
  return amount.kind === 'binary' || amount.kind === 'choice' ? `(${words})` : words;
}

/** A value in the words in which it would be written. */
export function valueWords(value: Value, zone?: Zone): string {
  switch (value.type) {
    case 'text':
      return `“${value.value}”`;
    case 'flag':
      return value.value ? 'yes' : 'no';
    case 'percent':
      return `${value.value}%`;
    case 'money':
      return `${value.value} ${value.currency}`;
    case 'instant':
      return fixedWords(value.at, zone);
    case 'duration':
      return value.value.text;
    default:
      return value.value;
  }
}

function fixedWords(at: Instant, zone: Zone | undefined): string {
  return zone ? instantWords(zone, at) : 'a fixed instant';
}

/** With parentheses where another connecting word stands around it. */
function inner(condition: Condition, around: 'and' | 'or' | 'not', zone?: Zone): string {
  const words = conditionWords(condition, zone);
  const joins = condition.kind === 'and' || condition.kind === 'or';
  return joins && condition.kind !== around ? `(${words})` : words;
}
