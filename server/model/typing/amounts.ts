import type {
  Amount,
  BinaryAmount,
  DurationLiteral,
  MoneyLiteral,
  Name,
  Node,
} from '../../../grammar/ast.ts';
import { nearestWord } from '../../../grammar/nearestWord.ts';
import { currencies } from '../currencies.ts';
import { pathOf } from '../definitions.ts';
import { clockOf } from '../queries.ts';
import { describeType, type Type, typeOfLiteral, unknownType } from '../types.ts';
import { isBusiness, isWhole, measureOf } from '../units.ts';
import { type Context, report } from './context.ts';
import { convertDuration } from './convertDuration.ts';
import { find, refer, referQualified, unknownName } from './names.ts';

/** The type of an amount. With the type it should have, a bare word may be one of that type's values. */
export function typeAmount(context: Context, amount: Amount, expected?: Type): Type {
  const type = typeByKind(context, amount, expected);
  context.types.set(amount, type);
  return type;
}

/** Types an amount and says so when it is not what it should be. */
export function expectAmount(context: Context, amount: Amount, expected: Type, what: string): void {
  const type = typeAmount(context, amount, expected);
  if (fits(type, expected)) checkBounds(context, amount, expected);
  else mismatch(context, amount, type, expected, what);
}

/** The same for what a field is given: a value as it is written, never another field. */
export function expectValue(context: Context, amount: Amount, expected: Type, what: string): void {
  if (amount.kind !== 'name' || expected.kind === 'unknown') expectAmount(context, amount, expected, what);
  else if (expected.kind === 'word' && !expected.values.includes(amount.text))
    unknownValue(context, amount, expected);
  else if (expected.kind === 'text') askQuotes(context, amount);
  else if (expected.kind === 'word' || (expected.kind === 'flag' && flags.has(amount.text)))
    typeAmount(context, amount, expected);
  else report(context, 'type/mismatch', amount, `${what} is ${describeType(expected)}, and this is a name.`);
}

const flags: ReadonlySet<string> = new Set(['yes', 'no']);

/** Whether a value of one type may stand where the other is wanted; units included. */
export function fits(type: Type, expected: Type): boolean {
  if (type.kind === 'unknown' || expected.kind === 'unknown') return true;
  if (type.kind !== expected.kind) return false;
  if (type.kind === 'money' && expected.kind === 'money') return agree(type.currency, expected.currency);
  if (type.kind === 'duration' && expected.kind === 'duration') return agree(type.measure, expected.measure);
  return true;
}

/** Reports two types that do not go together, by what differs: their kind, their unit or their currency. */
export function mismatch(context: Context, node: Node, type: Type, expected: Type, what: string): void {
  const is = describeType(type);
  const wanted = describeType(expected);
  if (type.kind === 'money' && expected.kind === 'money') {
    report(
      context,
      'unit/currencies',
      node,
      `${what} is ${wanted}, and this is ${is}. Amounts of two currencies cannot be compared or added.`,
    );
    return;
  }
  if (type.kind === 'duration' && expected.kind === 'duration') {
    report(
      context,
      'unit/mismatch',
      node,
      `${what} is in ${wanted}, and this is in ${is}. They are counted differently: write it in ${wanted}.`,
      isDuration(node) && expected.measure ? convertDuration(node, [expected.measure]) : undefined,
    );
    return;
  }
  const advice = type.kind === 'number' && expected.kind === 'money' ? ' Write its currency: `50 AUD`.' : '';
  report(context, 'type/mismatch', node, `${what} is ${wanted}, and this is ${is}.${advice}`);
}

function isDuration(node: Node & { readonly kind?: string }): node is DurationLiteral {
  return node.kind === 'duration';
}

/** Checks a duration's units: all parts of one measure. */
export function typeDuration(context: Context, duration: DurationLiteral): Type {
  const measure = measureOf(duration);
  if (!measure)
    report(
      context,
      'unit/mixed',
      duration,
      'These units are counted by different clocks and cannot be added up. Write the duration in units of one ' +
        'kind: seconds, minutes and hours; business seconds, minutes and hours; days and weeks; business days; ' +
        'or months and years.',
    );
  else if (!isWhole(duration))
    report(
      context,
      'unit/not-whole',
      duration,
      'This is no whole number of what is counted, so it never comes. Write a whole number, or the hours that are meant.',
    );
  if (isBusiness(measure)) context.businessTime.push(duration);
  const type: Type = { kind: 'duration', measure };
  context.types.set(duration, type);
  return type;
}

function typeByKind(context: Context, amount: Amount, expected?: Type): Type {
  switch (amount.kind) {
    case 'name':
      return typeName(context, amount, expected);
    case 'duration':
      return typeDuration(context, amount);
    case 'money':
      return typeMoney(context, amount);
    case 'binary':
      return typeBinary(context, amount);
    case 'choice':
      return typeChoice(context, amount.items);
    case 'percent-of':
      return typeAmount(context, amount.of);
    case 'elapsed': {
      const benchmark = referQualified(context, amount.benchmark, ['benchmark']);
      if (!benchmark) return unknownType;
      const clock = context.scope.ask(clockOf, pathOf(benchmark.name, benchmark.of));
      const one = clock?.measures.length === 1 && !clock.moments ? clock.measures[0] : undefined;
      return { kind: 'duration', measure: one };
    }
    case 'data': {
      const event = refer(context, amount.event, ['event']);
      if (!event) return unknownType;
      return refer(context, amount.field, ['data'], event.name)?.type ?? unknownType;
    }
    case 'late':
      if (context.declaration.kind !== 'remedy')
        report(
          context,
          'moment/no-anchor',
          amount,
          `\`${amount.unit} late\` is known only in a remedy, where it counts from the breach.`,
        );
      return { kind: 'number' };
    default:
      return typeOfLiteral(amount);
  }
}

/** The type of the field, datum or rate that a bare word names; `expected` lets it be a value. */
function typeName(context: Context, name: Name, expected?: Type): Type {
  if (expected?.kind === 'flag' && flags.has(name.text)) return expected;
  if (expected?.kind === 'word' && expected.values.includes(name.text)) {
    context.references.set(name, { kind: 'value', name: name.text, of: expected.owner });
    return expected;
  }
  const symbol = findNamed(context, name);
  if (symbol) return symbol.type ?? unknownType;
  if (expected?.kind === 'word') unknownValue(context, name, expected);
  else unknownName(context, name, ['field', 'rate']);
  return unknownType;
}

/** The datum of the event at hand, the field or the rate of that name. */
export function findNamed(context: Context, name: Name): { readonly type?: Type } | undefined {
  return (
    (context.event === undefined ? undefined : find(context, name, ['data'], context.event)) ??
    find(context, name, ['field', 'rate'])
  );
}

function unknownValue(context: Context, name: Name, expected: Type & { kind: 'word' }): void {
  if (name.text === '') return;
  const near = nearestWord(name.text, expected.values);
  const field = expected.owner.slice(expected.owner.indexOf('.') + 1);
  report(
    context,
    'value/unknown',
    name,
    `\`${name.text}\` is none of the values of \`${field}\`: ${expected.values.join(', ')}.` +
      (near ? ` Did you mean \`${near}\`?` : ''),
    near === undefined
      ? undefined
      : { fix: { title: `Write \`${near}\``, edits: [{ start: name.start, end: name.end, text: near }] } },
  );
}

function typeMoney(context: Context, money: MoneyLiteral): Type {
  checkCurrency(context, money.currency, money);
  return { kind: 'money', currency: money.currency };
}

/** Checks a currency's code against ISO 4217. */
export function checkCurrency(context: Context, code: string, node: Node): void {
  if (currencies.has(code)) return;
  const country = lowerCodes.filter((each) => each.startsWith(code.slice(0, 2).toLowerCase()));
  const near = (nearestWord(code, country) ?? nearestWord(code, lowerCodes))?.toUpperCase();
  report(
    context,
    'currency/unknown',
    node,
    `\`${code}\` is no currency of ISO 4217, so nothing says how to round it.` +
      (near ? ` Did you mean \`${near}\`?` : ''),
    near === undefined
      ? undefined
      : {
          fix: {
            title: `Write \`${near}\``,
            edits: [{ start: node.end - code.length, end: node.end, text: near }],
          },
        },
  );
}

const lowerCodes = [...currencies.keys()].map((code) => code.toLowerCase());

function typeBinary(context: Context, amount: BinaryAmount): Type {
  const left = typeAmount(context, amount.left);
  const right = typeAmount(context, amount.right);
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknownType;
  const type =
    amount.operator === '+' || amount.operator === '-' ? sum(left, right) : product(amount, left, right);
  if (type) return type;
  if (left.kind === right.kind && amount.operator !== '*')
    mismatch(context, amount.right, right, left, 'What stands before it');
  else
    report(
      context,
      'type/mismatch',
      amount,
      `${describeType(left)} ${operatorWords[amount.operator]} ${describeType(right)} means nothing.`,
    );
  return unknownType;
}

const operatorWords = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' };
const additive: ReadonlySet<Type['kind']> = new Set(['number', 'percent', 'money', 'duration']);

function sum(left: Type, right: Type): Type | undefined {
  return additive.has(left.kind) && fits(left, right) ? join(left, right) : undefined;
}

function product(amount: BinaryAmount, left: Type, right: Type): Type | undefined {
  if (right.kind === 'number' && additive.has(left.kind)) return left;
  if (amount.operator === '*') {
    // A share of something is of its kind, on either side: a rate may be a percentage.
    if (right.kind === 'percent' && additive.has(left.kind)) return left;
    const factor = left.kind === 'number' || left.kind === 'percent';
    return factor && additive.has(right.kind) ? right : undefined;
  }
  const ratio = left.kind === right.kind && additive.has(left.kind) && fits(left, right);
  return ratio ? { kind: 'number' } : undefined;
}

/** Two types that fit: the one that says more. */
function join(left: Type, right: Type): Type {
  if (left.kind === 'money' && left.currency === undefined) return right;
  if (left.kind === 'duration' && left.measure === undefined) return right;
  return left;
}

function typeChoice(context: Context, items: readonly Amount[]): Type {
  let type = unknownType;
  for (const item of items) {
    const each = typeAmount(context, item);
    if (type.kind === 'unknown') type = each;
    else if (!fits(each, type)) mismatch(context, item, each, type, 'The first of these amounts');
    else type = join(type, each);
  }
  if (type.kind === 'unknown' || additive.has(type.kind)) return type;
  report(
    context,
    'type/mismatch',
    items[0]!,
    `${describeType(type)} is neither greater nor lesser than another.`,
  );
  return unknownType;
}

function askQuotes(context: Context, name: Name): void {
  const text = `"${name.text}"`;
  report(context, 'type/mismatch', name, `A text stands in quotes: ${text}.`, {
    fix: { title: `Write ${text}`, edits: [{ start: name.start, end: name.end, text }] },
  });
}

function checkBounds(context: Context, amount: Amount, expected: Type): void {
  if (expected.kind !== 'number' || amount.kind !== 'number') return;
  const value = Number(amount.value);
  const { from, to } = expected;
  if ((from === undefined || value >= from) && (to === undefined || value <= to)) return;
  report(
    context,
    'value/out-of-range',
    amount,
    `${amount.value} lies outside ${from ?? ''}..${to ?? ''}, which the field allows.`,
  );
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
