import type { Amount, Field, NumberLiteral } from '../../grammar/ast.ts';
import { type Measure, measureOf } from './units.ts';

/** What an expression is. `unknown` follows a mistake already reported, and fits everything. */
export type Type =
  /** Bounds of a field, inclusive. */
  | { readonly kind: 'number'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'percent' | 'date' | 'date-time' | 'time' | 'text' | 'flag' }
  /** Without a currency: that of the value a ticket brings. */
  | { readonly kind: 'money'; readonly currency?: string }
  /** Without a measure: that of the value a ticket brings. */
  | { readonly kind: 'duration'; readonly measure?: Measure }
  /** `owner` is the field, or `event.field`. */
  | {
      readonly kind: 'word';
      readonly owner: string;
      readonly values: readonly string[];
      readonly ordered: boolean;
    }
  | { readonly kind: 'unknown' };

export const unknownType: Type = { kind: 'unknown' };

/** The type a field of a ticket or of an event declares. */
export function typeOfField(field: Field, event?: string): Type {
  const { type } = field;
  switch (type.kind) {
    case 'one-of':
      return {
        kind: 'word',
        owner: event === undefined ? field.name.text : `${event}.${field.name.text}`,
        values: type.values.map((each) => each.text),
        ordered: type.ordered,
      };
    case 'yes-or-no':
      return { kind: 'flag' };
    case 'number':
      return { kind: 'number', from: boundOf(type.from), to: boundOf(type.to) };
    default:
      return { kind: type.kind };
  }
}

function boundOf(bound: NumberLiteral | undefined): number | undefined {
  return bound && Number(bound.value);
}

/** The type a literal has by itself; `unknown` for anything that is not one. */
export function typeOfLiteral(amount: Amount): Type {
  switch (amount.kind) {
    case 'number':
    case 'percent':
    case 'date':
    case 'time':
    case 'text':
      return { kind: amount.kind };
    case 'date-time':
    case 'instant':
      return { kind: 'date-time' };
    case 'money':
      return { kind: 'money', currency: amount.currency };
    case 'duration':
      return { kind: 'duration', measure: measureOf(amount) };
    default:
      return unknownType;
  }
}

/** A type in the language's own words, for messages and hovers. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'word':
      return `one of ${type.values.join(type.ordered ? ' < ' : ', ')}`;
    case 'money':
      return type.currency ? `money in ${type.currency}` : 'money';
    case 'duration':
      return type.measure ? measureNames[type.measure] : 'a duration';
    case 'number':
      return type.from === undefined ? 'a number' : `a number ${type.from}..${type.to}`;
    case 'unknown':
      return 'unknown';
    default:
      return typeNames[type.kind];
  }
}

const typeNames = {
  percent: 'a percentage',
  date: 'a date',
  'date-time': 'a date with a time',
  time: 'a time of day',
  text: 'a text',
  flag: 'yes or no',
};

const measureNames: Record<Measure, string> = {
  elapsed: 'elapsed time',
  open: 'business hours',
  days: 'days',
  'business-days': 'business days',
  months: 'months',
};
