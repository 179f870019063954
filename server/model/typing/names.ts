import type { Name, Reference } from '../../../grammar/ast.ts';
import { pathOf, type SymbolKind } from '../definitions.ts';
import { type Found, found, hasRoster, leftOpen, nearestName } from '../queries.ts';
import { type Context, report } from './context.ts';

/** Refers a name to the first of the kinds that has it; says so when none has. */
export function refer(
  context: Context,
  name: Name,
  kinds: readonly SymbolKind[],
  of?: string,
): Found | undefined {
  const symbol = find(context, name, kinds, of);
  if (!symbol) unknownName(context, name, kinds, of);
  return symbol;
}

/** The same in silence. */
export function find(
  context: Context,
  name: Name,
  kinds: readonly SymbolKind[],
  of?: string,
): Found | undefined {
  for (const kind of kinds) {
    const symbol =
      (of === undefined && context.regulation !== undefined && regulated.has(kind)
        ? context.scope.ask(found[kind], pathOf(name.text, context.regulation))
        : undefined) ?? context.scope.ask(found[kind], pathOf(name.text, of));
    if (symbol) {
      context.references.set(name, symbol);
      return symbol;
    }
  }
  return undefined;
}

/** Refers `acma-complaints.acknowledge`, or a bare name, which is the own regulation's before the policy's. */
export function referQualified(
  context: Context,
  reference: Reference,
  kinds: readonly SymbolKind[],
): Found | undefined {
  const { qualifier, name } = reference;
  if (!qualifier) return refer(context, name, kinds);
  const regulation = refer(context, qualifier, ['regulation']);
  return regulation && refer(context, name, kinds, qualifier.text);
}

/** A role, a person or, where it may be one, a party that needs no declaration. */
export function referActor(context: Context, name: Name, parties: boolean): void {
  if (find(context, name, actors)) return;
  if (parties && freeParties.has(name.text)) return;
  if (context.scope.ask(hasRoster, '')) context.strangers.push(name);
  else unknownName(context, name, actors);
}

const actors = ['role', 'person', 'automation'] as const;

/** A word that may be a role's name, and is free otherwise. */
export function referLoosely(context: Context, name: Name, kinds: readonly SymbolKind[]): void {
  find(context, name, kinds);
}

/** Says that a name is not what it should be, and what may have been meant; the first kind is the likeliest. */
export function unknownName(context: Context, name: Name, kinds: readonly SymbolKind[], of?: string): void {
  if (name.text === '') return;
  const wanted = orList(kinds.map((kind) => kindWords[kind]));
  const other = otherKinds.find((kind) => !kinds.includes(kind) && context.scope.ask(found[kind], name.text));
  if (other) {
    context.references.set(name, { kind: other, name: name.text });
    report(
      context,
      'name/wrong-kind',
      name,
      `\`${name.text}\` is ${kindWords[other]}. Here only ${wanted} can stand.`,
      {
        symbols: [{ symbol: { kind: other, name: name.text }, message: `\`${name.text}\` is declared here` }],
      },
    );
    return;
  }
  if (of === undefined && context.scope.ask(leftOpen, kinds[0]!)) {
    report(
      context,
      'name/left-open',
      name,
      `\`${name.text}\` must be ${wanted} that the policy declares which imports this file.`,
    );
    return;
  }
  const near = nearestTo(context, name, kinds, of);
  const owner = of === undefined ? '' : ` of \`${of}\``;
  const advice = near ? `Did you mean \`${near}\`?` : 'Declare it, or correct the name.';
  report(
    context,
    'name/unknown',
    name,
    `\`${name.text}\` is declared nowhere: here ${wanted}${owner} must stand. ${advice}`,
    near === ''
      ? undefined
      : { fix: { title: `Write \`${near}\``, edits: [{ start: name.start, end: name.end, text: near }] } },
  );
}

/** Among an owner's own names, or the own regulation's before all others. */
function nearestTo(context: Context, name: Name, kinds: readonly SymbolKind[], of?: string): string {
  const owner = of ?? context.regulation;
  const own = owner === undefined ? '' : context.scope.ask(nearestName, `${kinds} ${owner} ${name.text}`);
  return own !== '' || of !== undefined ? own : context.scope.ask(nearestName, `${kinds} ${name.text}`);
}

/** `a`, `a or b`, `a, b or c` */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** What a regulation may declare as its own. */
const regulated: ReadonlySet<SymbolKind> = new Set([
  'benchmark',
  'ladder',
  'dispute',
  'right',
  'remedy',
  'permit',
  'report',
  'metric',
  'standard',
  'record',
]);

const freeParties: ReadonlySet<string> = new Set(['customer', 'provider', 'regulator']);

/** Where a name is looked for that is not of the kind wanted. */
const otherKinds: readonly SymbolKind[] = [
  'event',
  'field',
  'state',
  'benchmark',
  'calendar',
  'rate',
  'role',
  'person',
  'dispute',
  'ladder',
  'right',
  'remedy',
  'permit',
  'report',
  'metric',
  'standard',
  'channel',
  'automation',
  'record',
  'regulation',
  'policy',
];

/** Each kind with its article, for messages. */
export const kindWords: Record<SymbolKind, string> = {
  policy: 'a policy',
  field: 'a field of the ticket',
  event: 'an event',
  data: 'a field of the event',
  value: 'a value',
  state: 'a state',
  calendar: 'a calendar',
  rate: 'a rate',
  benchmark: 'a benchmark',
  ladder: 'a ladder',
  dispute: 'a dispute',
  step: 'a step',
  right: 'a right',
  remedy: 'a remedy',
  permit: 'a permit',
  report: 'a report',
  metric: 'a metric',
  standard: 'a standard',
  role: 'a role',
  person: 'a person',
  channel: 'a channel',
  automation: 'an automation',
  record: 'a record',
  regulation: 'a regulation',
  scenario: 'a scenario',
};
