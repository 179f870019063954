import type {
  AnchorMoment,
  DeadlineItem,
  Declaration,
  DurationLiteral,
  Moment,
  Name,
  Node,
  Reference,
} from '../../../grammar/ast.ts';
import type { SymbolKind } from '../definitions.ts';
import { describeType } from '../types.ts';
import { findNamed, typeDuration } from './amounts.ts';
import { typeCondition } from './conditions.ts';
import { type Context, report } from './context.ts';
import { find, refer, referQualified, unknownName } from './names.ts';

/** Resolves the names of a moment and checks that each stands for an instant. */
export function typeMoment(context: Context, moment: Moment): void {
  switch (moment.kind) {
    case 'name':
      typeMomentName(context, moment);
      return;
    case 'first':
      refer(context, moment.event, ['event']);
      return;
    case 'where': {
      const event = refer(context, moment.event, ['event']);
      typeCondition({ ...context, event: event?.name ?? context.event }, moment.condition);
      return;
    }
    case 'benchmark-moment':
      typeBenchmark(context, moment.benchmark);
      return;
    case 'offset':
      typeSpan(context, moment.duration);
      typeMoment(context, moment.of);
      return;
    case 'choice-moment':
      for (const item of moment.items) typeMomentItem(context, item);
      return;
    case 'either':
      for (const item of moment.items) typeMoment(context, item);
      return;
    case 'anchor':
      if (!context.anchors.includes(moment.what)) noAnchor(context, moment, moment.what);
      return;
  }
}

/** What a clock waits for: a duration, a field or rate that is one, or a moment. */
export function typeDeadlineItem(context: Context, item: DeadlineItem): void {
  if (item.kind === 'duration') typeDuration(context, item);
  else if (item.kind === 'choice-moment') for (const each of item.items) typeDeadlineItem(context, each);
  else if (item.kind !== 'name') typeMoment(context, item);
  else typeNamedInstant(context, item, ['date', 'date-time', 'duration'], 'a duration, a date or an event');
}

/** Where a bare duration among moments has something to be counted from: a clock's start, a right's opening. */
const beginSomewhere: ReadonlySet<Declaration['kind']> = new Set(['benchmark', 'ladder', 'right']);

/** An operand of a choice that is no deadline. */
function typeMomentItem(context: Context, item: DeadlineItem): void {
  if (item.kind !== 'duration' && item.kind !== 'name') {
    typeMoment(context, item);
    return;
  }
  typeDeadlineItem(context, item);
  if (isDuration(context, item) && !beginSomewhere.has(context.declaration.kind)) noBeginning(context, item);
}

function isDuration(context: Context, item: DeadlineItem): boolean {
  return item.kind === 'duration' || context.types.get(item)?.kind === 'duration';
}

function noBeginning(context: Context, item: Node): void {
  report(
    context,
    'moment/no-anchor',
    item,
    'A duration is no moment here, because nothing says from when it counts. Write `after` and a moment behind it.',
  );
}

/** A duration, or the name of a field or rate that is one. */
export function typeSpan(context: Context, duration: DurationLiteral | Name): void {
  if (duration.kind === 'duration') {
    typeDuration(context, duration);
    return;
  }
  const symbol = findNamed(context, duration);
  if (!symbol) {
    unknownName(context, duration, ['field', 'rate']);
    return;
  }
  const { type } = symbol;
  if (!type || type.kind === 'duration' || type.kind === 'unknown') return;
  report(
    context,
    'type/mismatch',
    duration,
    `A duration must stand here, and \`${duration.text}\` is ${describeType(type)}.`,
  );
}

export function typeBenchmark(context: Context, reference: Reference): void {
  referQualified(context, reference, ['benchmark']);
}

function typeMomentName(context: Context, name: Name): void {
  typeNamedInstant(context, name, ['date', 'date-time'], 'an event or a date');
}

const instants: readonly SymbolKind[] = ['event'];

function typeNamedInstant(context: Context, name: Name, kinds: readonly string[], wanted: string): void {
  if (find(context, name, instants)) return;
  const symbol = findNamed(context, name);
  if (!symbol) {
    if (anchors.has(name.text)) noAnchor(context, name, name.text);
    else unknownName(context, name, ['event', 'field']);
    return;
  }
  const { type } = symbol;
  if (!type || type.kind === 'unknown' || kinds.includes(type.kind)) {
    if (type) context.types.set(name, type);
    return;
  }
  report(
    context,
    'type/mismatch',
    name,
    `Here ${wanted} must stand, and \`${name.text}\` is ${describeType(type)}.`,
  );
}

/** Names that are moments only where the clause supplies them. */
const anchors: ReadonlySet<string> = new Set<AnchorMoment['what']>(['start', 'due', 'breach', 'opening']);

function noAnchor(context: Context, place: Node, what: string): void {
  report(
    context,
    'moment/no-anchor',
    place,
    what === 'opening'
      ? '`opening` is known only in a right. Name the event that is meant.'
      : `Of which benchmark? Write \`${what} of\` and its name.`,
  );
}
