import type { Amount, FieldDef, Value } from '../policy.ts';
import { parseDate } from '../time/localDate.ts';
import { parseDuration } from '../value/duration.ts';
import { calculate, compareFractions, type Fraction, fractionOf, parseDecimal } from '../value/fraction.ts';
import { type Stored, storedOfValue } from '../value/stored.ts';
import { loadRate, rateDay, rateOn } from './rates.ts';
import { dataKey, type Scope } from './scope.ts';
import type { State } from './state.ts';

/** A value that conditions can compare; undefined where it is unset or cannot be had. */
export type Comparable =
  | { kind: 'word'; text: string; rank: number }
  | { kind: 'flag'; value: boolean }
  | { kind: 'number'; value: Fraction; currency?: string }
  | { kind: 'day'; day: number }
  | { kind: 'instant'; at: number }
  | { kind: 'span'; inDays: boolean; amount: number };

export type AmountReader = (state: State) => Comparable | undefined;

/** `domain` gives words their rank, where the amount is compared with a field that has one. */
export function amountReader(amount: Amount, scope: Scope, domain?: FieldDef): AmountReader {
  switch (amount.kind) {
    case 'value': {
      const value = comparableOfValue(amount.value, domain);
      return () => value;
    }
    case 'field': {
      const def = scope.fields.get(amount.field);
      return def ? (state) => comparableOfStored(state.fields[def.name], def) : () => undefined;
    }
    case 'data': {
      const def = scope.data.get(dataKey(amount.event, amount.field));
      return def
        ? (state) => comparableOfStored(state.events[amount.event]?.data?.[amount.field], def)
        : () => undefined;
    }
    case 'elapsed': {
      const benchmark = scope.benchmarkIndex.get(amount.benchmark);
      if (benchmark === undefined) return () => undefined;
      return (state) => {
        const counted = scope.benchmarks.elapsed(state, benchmark);
        return counted && { kind: 'span', ...counted };
      };
    }
    case 'rate':
      return rateReader(amount.rate, scope);
    case 'late': {
      const { settling } = scope;
      return amount.unit === 'days'
        ? () => ({ kind: 'number', value: fractionOf(settling.daysLate) })
        : () => ({ kind: 'number', value: settling.hoursLate });
    }
    case 'binary':
      return binaryReader(amount, scope);
    case 'choice': {
      const operands = amount.of.map((operand) => amountReader(operand, scope, domain));
      const sign = amount.which === 'greater' ? 1 : -1;
      return (state) => {
        let best: Comparable | undefined;
        for (const operand of operands) {
          const value = operand(state);
          if (!value) continue;
          const order = best ? compare(value, best) : sign;
          // Of two currencies neither is the greater.
          if (order === undefined) return undefined;
          if (order * sign > 0) best = value;
        }
        return best;
      };
    }
  }
}

/** The field whose domain a comparison's words belong to. */
export function domainOf(amount: Amount, scope: Scope): FieldDef | undefined {
  if (amount.kind === 'field') return scope.fields.get(amount.field);
  if (amount.kind === 'data') return scope.data.get(dataKey(amount.event, amount.field));
  return undefined;
}

/** Negative, zero or positive; undefined where the two cannot be compared. */
export function compare(a: Comparable, b: Comparable): number | undefined {
  if (a.kind === 'word' && b.kind === 'word') return a.text === b.text ? 0 : a.rank - b.rank || undefined;
  if (a.kind === 'flag' && b.kind === 'flag') return a.value === b.value ? 0 : undefined;
  if (a.kind === 'number' && b.kind === 'number') {
    return a.currency === b.currency ? compareFractions(a.value, b.value) : undefined;
  }
  if (a.kind === 'day' && b.kind === 'day') return a.day - b.day;
  if (a.kind === 'instant' && b.kind === 'instant') return a.at - b.at;
  if (a.kind === 'span' && b.kind === 'span' && a.inDays === b.inDays) return a.amount - b.amount;
  return undefined;
}

function binaryReader(amount: Extract<Amount, { kind: 'binary' }>, scope: Scope): AmountReader {
  const left = amountReader(amount.left, scope);
  const right = amountReader(amount.right, scope);
  return (state) => {
    const a = left(state);
    const b = right(state);
    if (a?.kind !== 'number' || b?.kind !== 'number') return undefined;
    if (a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency) return undefined;
    const value = calculate(amount.operator, a.value, b.value);
    if (!value) return undefined;
    const isRatio = amount.operator === '/' && b.currency !== undefined;
    const currency = isRatio ? undefined : (a.currency ?? b.currency);
    return { kind: 'number', value, ...(currency !== undefined && { currency }) };
  };
}

/** The value in force on the day that chooses; undefined before the first, or while that day is unknown. */
function rateReader(id: string, scope: Scope): AmountReader {
  const def = scope.rates.get(id);
  if (!def) return () => undefined;
  const values = loadRate(def, (value) => comparableOfValue(value, undefined));
  const dayOf = rateDay(def, scope);
  return (state) => rateOn(values, dayOf(state));
}

function comparableOfValue(value: Value, domain: FieldDef | undefined): Comparable | undefined {
  switch (value.type) {
    case 'word':
    case 'text':
      return word(value.value, domain);
    case 'flag':
      return { kind: 'flag', value: value.value };
    case 'number':
    case 'percent': {
      const number = parseDecimal(value.value);
      if (!number) return undefined;
      return {
        kind: 'number',
        value: value.type === 'percent' ? { n: number.n, d: number.d * 100n } : number,
      };
    }
    case 'duration':
      return {
        kind: 'span',
        inDays: value.value.measure !== 'elapsed' && value.value.measure !== 'open',
        amount: value.value.amount,
      };
    case 'instant':
      return { kind: 'instant', at: value.at };
    case 'money':
    case 'date':
      return comparableOfText(value.type, String(storedOfValue(value)));
  }
}

function comparableOfStored(stored: Stored | undefined, def: FieldDef): Comparable | undefined {
  if (stored === undefined) return undefined;
  if (typeof stored === 'boolean') return { kind: 'flag', value: stored };
  if (typeof stored === 'number') return { kind: 'instant', at: stored };
  if (def.type === 'one of' || def.type === 'text') return word(stored, def);
  return comparableOfText(def.type, stored);
}

function comparableOfText(type: FieldDef['type'], text: string): Comparable | undefined {
  if (type === 'date') {
    const day = parseDate(text);
    return day === undefined ? undefined : { kind: 'day', day };
  }
  if (type === 'duration') {
    const duration = parseDuration(text);
    if (!duration) return undefined;
    return {
      kind: 'span',
      inDays: duration.measure !== 'elapsed' && duration.measure !== 'open',
      amount: duration.amount,
    };
  }
  const [digits, currency] = text.split(' ');
  const value = parseDecimal(digits ?? '');
  return value && { kind: 'number', value, ...(currency !== undefined && { currency }) };
}

function word(text: string, domain: FieldDef | undefined): Comparable {
  return { kind: 'word', text, rank: domain?.values?.indexOf(text) ?? -1 };
}
