import type {
  Amount,
  ComparisonCondition,
  Condition,
  LogicCondition,
  Moment,
  Name,
  SetCondition,
  When,
} from '../../../grammar/ast.ts';
import { describeType, type Type } from '../types.ts';
import { findNamed, fits, mismatch, typeAmount } from './amounts.ts';
import { type Context, report } from './context.ts';
import { typeMoment, typeSpan } from './moments.ts';
import { find, unknownName } from './names.ts';

export function typeWhen(context: Context, when: When | undefined): void {
  if (when && when.kind !== 'otherwise') typeCondition(context, when);
}

/** Resolves the names of a condition and checks that what is compared can be. */
export function typeCondition(context: Context, condition: Condition): void {
  switch (condition.kind) {
    case 'name':
      typeFlag(context, condition);
      return;
    case 'and':
    case 'or':
      typeLogic(context, condition);
      return;
    case 'not':
      typeCondition(context, condition.condition);
      return;
    case 'comparison':
      typeComparison(context, condition);
      return;
    case 'one-of': {
      const left = typeAmount(context, condition.left);
      for (const value of condition.values) typeCompared(context, value, left, condition.left);
      return;
    }
    case 'set':
      typeSubject(context, condition);
      return;
    case 'order':
      typeMoment(context, condition.left);
      if (condition.right.kind !== 'time') typeMoment(context, condition.right);
      return;
    case 'distance':
      typeMoment(context, condition.left);
      typeSpan(context, condition.duration);
      typeMoment(context, condition.right);
      return;
    case 'closed-day':
      context.businessTime.push(condition);
      typeMoment(context, condition.left);
  }
}

/** A bare name: a yes-or-no field, a state, an open dispute, or an open calendar where those are meant. */
function typeFlag(context: Context, name: Name): void {
  const field = findNamed(context, name);
  if (field) {
    if (!field.type || field.type.kind === 'flag' || field.type.kind === 'unknown') return;
    report(
      context,
      'type/mismatch',
      name,
      `A condition must be yes or no by itself, and \`${name.text}\` is ${describeType(field.type)}. ` +
        `Say what it must be: \`${name.text} is …\`.`,
    );
    return;
  }
  const kinds = context.calendars
    ? (['state', 'dispute', 'calendar'] as const)
    : (['state', 'dispute'] as const);
  if (find(context, name, kinds)) return;
  if (find(context, name, ['event'])) {
    report(
      context,
      'name/wrong-kind',
      name,
      `\`${name.text}\` is an event, which lasts no time. Write \`${name.text} is set\` for "it has happened".`,
      {
        fix: {
          title: `Write \`${name.text} is set\``,
          edits: [{ start: name.end, end: name.end, text: ' is set' }],
        },
      },
    );
    return;
  }
  unknownName(context, name, ['field', 'state']);
}

/** Watches for `priority is urgent or high`, where `high` is another value of what was compared. */
function typeLogic(context: Context, logic: LogicCondition): void {
  let compared: { comparison: ComparisonCondition; values: readonly string[] } | undefined;
  for (const item of logic.items) {
    if (item.kind === 'name' && compared?.values.includes(item.text) && !findFlag(context, item)) {
      askOneOf(context, compared.comparison, item);
      continue;
    }
    typeCondition(context, item);
    const left = item.kind === 'comparison' ? context.types.get(item.left) : undefined;
    if (item.kind === 'comparison' && left?.kind === 'word')
      compared = { comparison: item, values: left.values };
    else compared = undefined;
  }
}

function findFlag(context: Context, name: Name): boolean {
  return findNamed(context, name) !== undefined || find(context, name, ['state']) !== undefined;
}

function askOneOf(context: Context, comparison: ComparisonCondition, name: Name): void {
  const values = comparison.right.kind === 'name' ? comparison.right.text : '…';
  const { left } = comparison;
  const field = left.kind === 'name' ? left.text : 'it';
  report(
    context,
    'type/is-one-of',
    name,
    `\`${name.text}\` is a value, not a condition. Write \`${field} is one of ${values}, ${name.text}\`.`,
    comparison.operator === 'is' && left.kind === 'name' && comparison.right.kind === 'name'
      ? {
          fix: {
            title: `Write \`${field} is one of ${values}, ${name.text}\``,
            edits: [
              {
                start: left.end,
                end: name.end,
                text: ` is one of ${values}, ${name.text}`,
              },
            ],
          },
        }
      : undefined,
  );
}

function typeComparison(context: Context, comparison: ComparisonCondition): void {
  const { operator } = comparison;
  const left = typeAmount(context, comparison.left);
  typeCompared(context, comparison.right, left, comparison.left);
  if (operator === 'is' || operator === 'is not' || orderable(left)) return;
  report(
    context,
    'type/not-ordered',
    comparison.left,
    left.kind === 'word'
      ? `The values of this field have no order. Declare them as \`one of ${left.values.join(' < ')}\`, or compare with \`is\`.`
      : left.kind === 'date' || left.kind === 'date-time'
        ? 'Dates are compared with `before` and `after`.'
        : `What is ${describeType(left)} cannot be more or less than something. Compare it with \`is\`.`,
  );
}

function typeCompared(context: Context, amount: Amount, left: Type, against: Amount): void {
  // Of what is unknown nobody can tell whether a word is one of its values.
  if (left.kind === 'unknown' && amount.kind === 'name') {
    findNamed(context, amount);
    return;
  }
  const right = typeAmount(context, amount, left);
  if (!fits(right, left))
    mismatch(
      context,
      amount,
      right,
      left,
      against.kind === 'name' ? `\`${against.text}\`` : 'What it is compared with',
    );
}

function orderable(type: Type): boolean {
  switch (type.kind) {
    case 'word':
      return type.ordered;
    case 'number':
    case 'percent':
    case 'money':
    case 'duration':
    case 'unknown':
      return true;
    default:
      return false;
  }
}

function typeSubject(context: Context, condition: SetCondition): void {
  const { subject } = condition;
  if (subject.kind === 'name') {
    if (find(context, subject, ['event']) || findNamed(context, subject)) return;
    unknownName(context, subject, ['field', 'event']);
    return;
  }
  if (momentKinds.has(subject.kind)) typeMoment(context, subject as Moment);
  else typeAmount(context, subject as Amount);
}

const momentKinds: ReadonlySet<string> = new Set<Moment['kind']>([
  'first',
  'where',
  'benchmark-moment',
  'offset',
  'choice-moment',
  'either',
  'anchor',
]);
