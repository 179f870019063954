import type { ExpectClause, ExpectFact, Name, Pair, ScenarioClause } from '../../../grammar/ast.ts';
import { pathOf, type SymbolKind } from '../definitions.ts';
import { disputeFacts, type Found } from '../queries.ts';
import { unknownType } from '../types.ts';
import { expectValue, typeAmount } from './amounts.ts';
import { type Context, report } from './context.ts';
import { find, kindWords, orList, refer, referActor, referQualified } from './names.ts';
import { typeRungTime } from './rungs.ts';

export function typeScenarioClause(context: Context, clause: ScenarioClause): void {
  switch (clause.kind) {
    case 'ticket':
    case 'change':
      for (const pair of clause.fields) typePair(context, pair, 'field');
      return;
    case 'happens': {
      const event = refer(context, clause.event, ['event']);
      if (clause.by) referActor(context, clause.by, true);
      if (event) for (const pair of clause.data) typePair(context, pair, 'data', event.name);
      return;
    }
    case 'as of':
      return;
    case 'expect':
      typeExpectation(context, clause);
  }
}

function typePair(context: Context, pair: Pair, kind: SymbolKind, of?: string): void {
  const type = refer(context, pair.name, [kind], of)?.type;
  if (type) expectValue(context, pair.value, type, `\`${pair.name.text}\``);
}

/** What each fact may be said of. */
const subjects: Record<ExpectFact['kind'], readonly SymbolKind[]> = {
  status: ['benchmark', 'metric', 'standard', 'automation'],
  run: ['benchmark', 'dispute', 'remedy', 'automation'],
  due: ['benchmark', 'dispute', 'remedy', 'report', 'automation', 'record'],
  since: ['dispute', 'benchmark', 'channel'],
  opened: ['right', 'dispute'],
  closes: ['right'],
  refused: ['permit'],
  allowed: ['permit'],
  notified: ['ladder'],
  assigned: ['ladder'],
  raised: ['ladder'],
  emitted: ['ladder'],
  at: ['dispute'],
  ended: ['dispute'],
  amount: ['remedy', 'metric', 'benchmark'],
  automatic: ['remedy'],
  'on-request': ['remedy'],
  finding: [],
};

const anySubject: readonly SymbolKind[] = [
  'benchmark',
  'ladder',
  'dispute',
  'right',
  'remedy',
  'permit',
  'metric',
  'standard',
  'report',
  'record',
  'automation',
  'channel',
];

function typeExpectation(context: Context, clause: ExpectClause): void {
  const { subject, facts } = clause;
  if (!subject) return;
  const kinds = facts.reduce<readonly SymbolKind[]>(
    (left, fact) => left.filter((kind) => subjects[fact.kind].includes(kind)),
    anySubject,
  );
  const silent = subject.qualifier ? undefined : find(context, subject.name, kinds);
  const symbol = silent ?? referQualified(context, subject, anySubject);
  if (!symbol) return;
  for (const fact of facts) {
    if (subjects[fact.kind].includes(symbol.kind)) typeFact(context, fact, symbol);
    else
      report(
        context,
        'scenario/wrong-fact',
        fact,
        `This is said of ${orList(subjects[fact.kind].map((kind) => kindWords[kind]))}, and ` +
          `\`${symbol.name}\` is ${kindWords[symbol.kind]}.`,
      );
  }
}

function typeFact(context: Context, fact: ExpectFact, subject: Found): void {
  switch (fact.kind) {
    case 'notified':
    case 'assigned':
      referActor(context, fact.whom, true);
      break;
    case 'raised':
      refer(context, fact.whom, ['field']);
      break;
    case 'emitted':
      refer(context, fact.whom, ['event']);
      break;
    case 'at':
      refer(context, fact.step, ['step'], subject.of ? `${subject.of}.${subject.name}` : subject.name);
      return;
    case 'ended':
      typeOutcome(context, fact.outcome, subject);
      return;
    case 'amount':
      typeAmount(context, fact.amount, unknownType);
      return;
    default:
      return;
  }
  const { at } = fact;
  if (at && (at.kind === 'percent' || at.kind === 'moment' || at.kind === 'every')) typeRungTime(context, at);
}

function typeOutcome(context: Context, outcome: Name, dispute: Found): void {
  const facts = context.scope.ask(disputeFacts, pathOf(dispute.name, dispute.of));
  if (!facts || facts.outcomes.includes(outcome.text)) return;
  report(
    context,
    'value/unknown',
    outcome,
    `\`${dispute.name}\` never ends as \`${outcome.text}\`: its outcomes are ${facts.outcomes.join(', ')}.`,
  );
}
