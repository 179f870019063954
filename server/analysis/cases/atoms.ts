import type { Amount, Comparison, Condition, FieldDef, Moment, Value } from '../../engine/policy.ts';
import {
  amountWords,
  conditionWords,
  momentWords,
  valueWords,
} from '../../engine/simulation/expressionWords.ts';
import { timeWords } from '../../engine/simulation/words.ts';
import { parseDate } from '../../engine/time/localDate.ts';
import { holds } from '../../engine/value/comparison.ts';
import { type Fraction, fractionOf, parseDecimal } from '../../engine/value/fraction.ts';
import type { Cut, Domain, Line, Test, Variable } from './variable.ts';

/** What the conditions of a policy speak of. */
export interface Names {
  readonly fields: ReadonlyMap<string, FieldDef>;
  /** Data of events, by `EVENT FIELD`. */
  readonly data: ReadonlyMap<string, FieldDef>;
  /** The events that have happened in every case that is looked at. */
  readonly happened: ReadonlySet<string>;
}

/** A condition without parts: a question about one variable. */
export interface Atom {
  /** Equal for questions about the same variable. */
  readonly key: string;
  readonly variable: Variable;
  readonly test: Test;
  /** A value at which the variable's line is cut, or a text that it is compared with. */
  readonly cut?: Cut;
  /** What the cut is a number of; a line is cut by one of them only. */
  readonly unit?: string;
}

type Leaf = Exclude<Condition, { kind: 'and' | 'or' | 'not' | 'one of' }>;

/** The question that a condition without parts asks. What cannot be cut into cells is one free yes or no. */
export function atomOf(leaf: Leaf, names: Names): Atom {
  return knownAtom(leaf, names) ?? freeAtom(leaf);
}

/** A condition as a free yes or no, whatever is known about it. */
export function freeAtom(leaf: Leaf): Atom {
  const name = conditionWords(leaf);
  return {
    key: `free ${JSON.stringify(leaf)}`,
    variable: { ...yesOrNo(name, subjectsOf(leaf)), computed: true },
    test: { kind: 'yes' },
  };
}

function knownAtom(leaf: Leaf, names: Names): Atom | undefined {
  switch (leaf.kind) {
    case 'compare':
      return comparisonAtom(leaf, names);
    case 'amount set': {
      const place = placeOf(leaf.of, names);
      return place && { ...place, test: { kind: 'set' } };
    }
    case 'moment set':
      return { ...momentPlace(leaf.of, names), test: { kind: 'set' } };
    case 'flag': {
      const place = placeOf({ kind: 'field', field: leaf.field }, names);
      return place && { ...place, test: indexTest((index) => index === 1) };
    }
    case 'state':
      return {
        key: `state ${leaf.state}`,
        variable: yesOrNo(leaf.state, [`state ${leaf.state}`]),
        test: { kind: 'yes' },
      };
    case 'order':
      return orderAtom(leaf, names);
    case 'time of day': {
      const name = `time of day of ${momentWords(leaf.left)}`;
      const day = { from: fractionOf(0), to: fractionOf(86_399_999) };
      return {
        key: `${name} in ${leaf.zone}`,
        variable: line(name, leaf.left, names, { cuts: [], dense: false, ...day }),
        ...cutAt(
          fractionOf(leaf.time),
          timeWords(leaf.time),
          leaf.operator === 'before' ? 'less than' : 'more than',
        ),
      };
    }
    case 'distance':
      return distanceAtom(leaf, names);
    default:
      return undefined;
  }
}

function comparisonAtom(
  { left, operator, right }: Extract<Condition, { kind: 'compare' }>,
  names: Names,
): Atom | undefined {
  if (left.kind === 'value' && right.kind !== 'value')
    return comparisonAtom({ kind: 'compare', left: right, operator: mirrored[operator], right: left }, names);
  if (right.kind !== 'value') return undefined;
  const place = placeOf(left, names);
  if (!place) return undefined;
  const { domain } = place.variable;
  const text = valueWords(right.value);
  switch (domain.kind) {
    case 'listed': {
      const wanted = domain.values.indexOf(text);
      if (wanted < 0) return undefined;
      return { ...place, test: indexTest((index) => holds(operator, index - wanted)) };
    }
    case 'texts':
      if (right.value.type !== 'text' || operator !== 'is') return undefined;
      return {
        ...place,
        test: { kind: 'text', text: right.value.value },
        cut: { at: fractionOf(0), text: right.value.value },
      };
    case 'line': {
      const value = positionOf(right.value);
      return value && { ...place, unit: value.unit, ...cutAt(value.at, text, operator) };
    }
    default:
      return undefined;
  }
}

const mirrored: Record<Comparison, Comparison> = {
  is: 'is',
  'at least': 'at most',
  'at most': 'at least',
  'more than': 'less than',
  'less than': 'more than',
};

/** `a before 2026-07-01`: a date is the first instant of its day, whatever the zone, as long as only dates are asked. */
function orderAtom(
  { left, operator, right }: Extract<Condition, { kind: 'order' }>,
  names: Names,
): Atom | undefined {
  const compare = operator === 'before' ? 'less than' : 'more than';
  if (right.kind !== 'date' && right.kind !== 'instant') return undefined;
  const field = left.kind === 'field' ? names.fields.get(left.field) : undefined;
  if (field?.type === 'date' && right.kind === 'date')
    return comparisonAtom(
      {
        kind: 'compare',
        left: { kind: 'field', field: field.name },
        operator: compare,
        right: { kind: 'value', value: { type: 'date', value: right.date } },
      },
      names,
    );
  const day = right.kind === 'date' ? parseDate(right.date) : undefined;
  const at = right.kind === 'instant' ? right.at : day;
  if (at === undefined) return undefined;
  return {
    ...momentPlace(left, names),
    unit: right.kind === 'date' ? 'day' : 'instant',
    ...cutAt(fractionOf(at), momentWords(right), compare),
  };
}

function distanceAtom(leaf: Extract<Condition, { kind: 'distance' }>, names: Names): Atom {
  const { left, right, direction, calendar, duration } = leaf;
  const what = momentWords(left);
  const name = `the time from ${direction === 'after' ? momentWords(right) : what} to ${direction === 'after' ? what : momentWords(right)}`;
  const both: Moment = { kind: 'later', of: [left, right] };
  const unset = canBeUnset(left, names) || canBeUnset(right, names);
  return {
    key: JSON.stringify(['distance', left, right, direction, calendar, duration.measure]),
    variable: {
      ...line(name, both, names, { cuts: [], dense: false }),
      canBeUnset: unset,
    },
    ...cutAt(fractionOf(duration.amount), duration.text, leaf.operator),
  };
}

type Place = Pick<Atom, 'key' | 'variable'>;

/** The variable that an amount is, where it is one by itself. */
function placeOf(amount: Amount, names: Names): Place | undefined {
  if (amount.kind === 'field') {
    const field = names.fields.get(amount.field);
    if (!field) return undefined;
    return {
      key: `field ${field.name}`,
      variable: fieldVariable(field, field.name, [`field ${field.name}`], field.optional),
    };
  }
  if (amount.kind === 'data') {
    const field = names.data.get(`${amount.event} ${amount.field}`);
    if (!field) return undefined;
    const unset = field.optional || !names.happened.has(amount.event);
    return {
      key: `data ${amount.event} ${field.name}`,
      variable: fieldVariable(field, amountWords(amount), [`event ${amount.event}`], unset),
    };
  }
  if (amount.kind === 'elapsed')
    return {
      key: `elapsed ${amount.benchmark}`,
      variable: {
        name: amountWords(amount),
        subjects: [`benchmark ${amount.benchmark}`],
        computed: false,
        canBeUnset: true,
        domain: { kind: 'line', cuts: [], dense: false, foreign: true, from: fractionOf(0) },
      },
    };
  return undefined;
}

function fieldVariable(
  field: FieldDef,
  name: string,
  subjects: readonly string[],
  canBeUnset: boolean,
): Variable {
  return { name, subjects, computed: false, canBeUnset, domain: domainOf(field) };
}

function domainOf(field: FieldDef): Domain {
  switch (field.type) {
    case 'one of':
      return { kind: 'listed', values: field.values ?? [] };
    case 'yes or no':
      return { kind: 'listed', values: ['no', 'yes'] };
    case 'text':
      return { kind: 'texts', named: new Set() };
    case 'number': {
      const from = field.from === undefined ? undefined : parseDecimal(field.from);
      const to = field.to === undefined ? undefined : parseDecimal(field.to);
      return { kind: 'line', cuts: [], dense: true, ...(from && { from }), ...(to && { to }) };
    }
    case 'money':
      return { kind: 'line', cuts: [], dense: true };
    case 'date':
    case 'date-time':
      return { kind: 'line', cuts: [], dense: false };
    case 'duration':
      return { kind: 'line', cuts: [], dense: false, foreign: true, from: fractionOf(0) };
  }
}

/** Where a value lies on its line, and what it is a number of. */
function positionOf(value: Value): { at: Fraction; unit: string } | undefined {
  switch (value.type) {
    case 'number': {
      const at = parseDecimal(value.value);
      return at && { at, unit: 'number' };
    }
    case 'money': {
      const at = parseDecimal(value.value);
      return at && { at, unit: value.currency };
    }
    case 'date': {
      const day = parseDate(value.value);
      return day === undefined ? undefined : { at: fractionOf(day), unit: 'day' };
    }
    case 'instant':
      return { at: fractionOf(value.at), unit: 'instant' };
    case 'duration': {
      const { measure, amount } = value.value;
      const inTime = measure === 'elapsed' || measure === 'open';
      return { at: fractionOf(amount), unit: inTime ? 'time' : 'days' };
    }
    default:
      return undefined;
  }
}

function momentPlace(moment: Moment, names: Names): Place {
  const field = moment.kind === 'field' && placeOf({ kind: 'field', field: moment.field }, names);
  if (field) return field;
  return {
    key: `moment ${JSON.stringify(moment)}`,
    variable: line(momentWords(moment), moment, names, { cuts: [], dense: true }),
  };
}

function line(name: string, moment: Moment, names: Names, domain: Omit<Line, 'kind'>): Variable {
  return {
    name,
    subjects: subjectsOf(moment),
    computed: false,
    canBeUnset: canBeUnset(moment, names),
    domain: { kind: 'line', ...domain },
  };
}

function canBeUnset(moment: Moment, { fields, happened }: Names): boolean {
  if (moment.kind === 'event' || moment.kind === 'first') return !happened.has(moment.event);
  if (moment.kind === 'field') return fields.get(moment.field)?.optional ?? true;
  return moment.kind !== 'date' && moment.kind !== 'instant';
}

function yesOrNo(name: string, subjects: readonly string[]): Variable {
  return { name, subjects, computed: false, canBeUnset: false, domain: { kind: 'yes or no' } };
}

/** Every field, event, benchmark and state that something is made of. */
function subjectsOf(node: unknown): string[] {
  const subjects = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value))
      if (typeof child === 'string' && named.has(key)) subjects.add(`${key} ${child}`);
      else walk(child);
  };
  walk(node);
  return [...subjects];
}

const named: ReadonlySet<string> = new Set(['field', 'event', 'benchmark', 'state', 'dispute', 'rate']);

function cutAt(at: Fraction, text: string, operator: Comparison): Pick<Atom, 'test' | 'cut'> {
  return { test: { kind: 'order', at, holds: (order) => holds(operator, order) }, cut: { at, text } };
}

function indexTest(test: (index: number) => boolean): Test {
  return { kind: 'index', holds: test };
}
