import type * as ast from '../../grammar/ast.ts';
import type { Policy, RungTime } from '../engine/policy.ts';
import type { SymbolKey } from '../model/definitions.ts';
import { compileValue } from './amounts.ts';
import type {
  ActionExpectation,
  BenchmarkExpectation,
  DisputeExpectation,
  Expectation,
  PermitExpectation,
  RemedyExpectation,
  RightExpectation,
  SourcePlace,
  When,
} from './expectation.ts';
import { instantOf, instantsOfDate } from './instants.ts';
import { compileRungTime, scopeOfLadder } from './ladders.ts';
import { compileQualityExpectation } from './qualityExpectations.ts';
import { idOf, report, type Scope } from './scope.ts';
import { sourceText } from './sources.ts';

/** What an `expect` line says; a line about a ladder may say several things. */
export function compileExpectations(
  scope: Scope,
  clause: ast.ExpectClause,
  policy: Policy,
  source: SourcePlace,
): Expectation[] {
  const text = sourceText(scope.placed.piece, clause.start, clause.end).replace(/^expect\s+/, '');
  const common = { text, source, negated: clause.negated };
  const { subject, facts } = clause;
  if (!subject)
    return facts.flatMap((fact) =>
      fact.kind === 'finding' ? [{ kind: 'finding', rule: fact.code, ...common }] : [],
    );
  const key = scope.references.get(subject.name);
  const id = key ? idOf(key) : subject.name.text;
  if (key?.kind === 'benchmark' && policy.benchmarks.some((each) => each.id === id) && isOfOneRun(facts))
    return [{ kind: 'benchmark', benchmark: id, ...runFacts(scope, facts), ...common }];
  if (key?.kind === 'ladder' && policy.ladders.some((each) => each.id === id)) {
    const expected = facts.flatMap((fact) => actionFact(scope, fact, key, policy) ?? []);
    return (expected.length > 0 ? expected : [{}]).map((fact) => ({
      kind: 'action',
      ladder: id,
      ...fact,
      ...common,
    }));
  }
  if (key?.kind === 'automation' || key?.kind === 'channel' || key?.kind === 'record')
    return [{ kind: 'conduct', of: key.kind, name: id, ...runFacts(scope, facts), ...common }];
  if (key?.kind === 'dispute')
    return [{ kind: 'dispute', dispute: id, ...disputeFacts(scope, facts), ...common }];
  if (key?.kind === 'right' && policy.rights.some((each) => each.id === id))
    return [{ kind: 'right', right: id, ...rightFacts(scope, facts), ...common }];
  if (key?.kind === 'permit' && policy.permits.some((each) => each.id === id))
    return [{ kind: 'permit', permit: id, ...permitFacts(scope, facts), ...common }];
  if (key?.kind === 'remedy' && policy.remedies.some((each) => each.id === id))
    return [{ kind: 'remedy', remedy: id, ...remedyFacts(scope, facts), ...common }];
  const quality =
    key && compileQualityExpectation(scope, { kind: key.kind, id }, facts, policy, common, whenOf);
  return [quality ?? { kind: 'not run', what: key?.kind ?? 'name', name: id, ...common }];
}

/** What is attained is said of many tickets, not of one run. */
function isOfOneRun(facts: readonly ast.ExpectFact[]): boolean {
  return facts.every(({ kind }) => kind === 'status' || kind === 'run' || kind === 'due' || kind === 'since');
}

function runFacts(
  scope: Scope,
  facts: readonly ast.ExpectFact[],
): Pick<BenchmarkExpectation, 'run' | 'status' | 'due' | 'since'> {
  const found: { -readonly [K in 'run' | 'status' | 'due' | 'since']?: BenchmarkExpectation[K] } = {};
  for (const fact of facts) {
    if (fact.kind === 'run') found.run = Number(fact.number.value);
    if (fact.kind === 'status') found.status = fact.status;
    if (fact.kind === 'due' || fact.kind === 'since') found[fact.kind] = whenOf(scope, fact.at);
  }
  return found;
}

type Facts<T> = { -readonly [K in keyof T]?: T[K] };

function disputeFacts(
  scope: Scope,
  facts: readonly ast.ExpectFact[],
): Facts<Pick<DisputeExpectation, 'run' | 'step' | 'ended' | 'opened' | 'due' | 'since'>> {
  const found: ReturnType<typeof disputeFacts> = {};
  for (const fact of facts) {
    if (fact.kind === 'run') found.run = Number(fact.number.value);
    if (fact.kind === 'at') found.step = fact.step.text;
    if (fact.kind === 'ended') found.ended = fact.outcome.text;
    if (fact.kind === 'opened' || fact.kind === 'due' || fact.kind === 'since')
      found[fact.kind] = whenOf(scope, fact.at);
  }
  return found;
}

function rightFacts(
  scope: Scope,
  facts: readonly ast.ExpectFact[],
): Facts<Pick<RightExpectation, 'opened' | 'closes'>> {
  const found: ReturnType<typeof rightFacts> = {};
  for (const fact of facts)
    if (fact.kind === 'opened' || fact.kind === 'closes') found[fact.kind] = whenOf(scope, fact.at);
  return found;
}

function permitFacts(
  scope: Scope,
  facts: readonly ast.ExpectFact[],
): Facts<Pick<PermitExpectation, 'allowed' | 'at'>> {
  const found: ReturnType<typeof permitFacts> = {};
  for (const fact of facts) {
    if (fact.kind !== 'allowed' && fact.kind !== 'refused') continue;
    found.allowed = fact.kind === 'allowed';
    found.at = whenOf(scope, fact.at);
  }
  return found;
}

function remedyFacts(
  scope: Scope,
  facts: readonly ast.ExpectFact[],
): Facts<Pick<RemedyExpectation, 'run' | 'amount' | 'days' | 'due' | 'automatic'>> {
  const found: ReturnType<typeof remedyFacts> = {};
  for (const fact of facts) {
    if (fact.kind === 'run') found.run = Number(fact.number.value);
    if (fact.kind === 'due') found.due = whenOf(scope, fact.at);
    if (fact.kind === 'automatic' || fact.kind === 'on-request') found.automatic = fact.kind === 'automatic';
    if (fact.kind !== 'amount') continue;
    const value = compileValue(scope, fact.amount);
    if (value?.type === 'money') found.amount = { value: value.value, currency: value.currency };
    if (value?.type === 'duration') found.days = value.value.amount;
  }
  return found;
}

const actions = { notified: 'notify', assigned: 'assign', raised: 'raise', emitted: 'emit' } as const;

function actionFact(
  scope: Scope,
  fact: ast.ExpectFact,
  ladder: SymbolKey,
  policy: Policy,
): Pick<ActionExpectation, 'action' | 'whom' | 'rungs' | 'at'> | undefined {
  if (!(fact.kind in actions) || !('whom' in fact)) return undefined;
  const what = { action: actions[fact.kind], whom: fact.whom.text };
  const { at } = fact;
  if (!at) return what;
  if (at.kind === 'date' || at.kind === 'date-time' || at.kind === 'instant')
    return { ...what, at: whenOf(scope, at) };
  const rungs = rungsAt(scope, at, ladder, policy);
  if (rungs.length === 0)
    report(
      scope,
      'scenario/no-such-rung',
      at,
      `\`${ladder.name}\` has no rung ${sourceText(scope.placed.piece, at.start, at.end)}.`,
    );
  return { ...what, rungs };
}

/** The numbers of a ladder's rungs at a moment, from 1. */
function rungsAt(scope: Scope, time: ast.RungTime, key: SymbolKey, policy: Policy): number[] {
  const { compilation } = scope;
  const symbol = compilation.program.lookup('ladder', key.name, key.of);
  const declaration = symbol?.definition.declaration;
  if (!symbol || declaration?.kind !== 'ladder') return [];
  const ladderScope = scopeOfLadder({ ...compilation, notRun: [] }, scope, {
    declaration,
    document: symbol.document,
    placed: symbol.placed,
  });
  const wanted = ladderScope && compileRungTime(ladderScope, time);
  const rungs = policy.ladders.find(({ id }) => id === idOf(key))?.rungs ?? [];
  return rungs.flatMap((rung, i) => (wanted && isSameTime(rung.time, wanted) ? [i + 1] : []));
}

function isSameTime(a: RungTime, b: RungTime): boolean {
  if (a.kind === 'percent' && b.kind === 'percent') return a.of[0] * b.of[1] === b.of[0] * a.of[1];
  return withoutTexts(a) === withoutTexts(b);
}

/** `24 hours` and `1440 minutes` are the same. */
function withoutTexts(time: RungTime): string {
  return JSON.stringify(time, (key, value) => (key === 'text' ? undefined : value));
}

function whenOf(scope: Scope, time: ast.ScenarioTime): When | undefined {
  const { zone } = scope.compilation;
  const text = scope.placed.piece.text.slice(time.start, time.end);
  if (time.kind === 'date') {
    const day = instantsOfDate(time.value, zone);
    return day && { text, ...day };
  }
  const from = instantOf(time, zone);
  return from === undefined ? undefined : { text, from, until: from + precisionOf(text) - 1 };
}

/** How long the finest unit lasts that a time names. */
function precisionOf(text: string): number {
  const [, second, fraction] = /\d{2}:\d{2}(:\d{2})?(\.\d+)?(?:Z|[+-][\d:]+)?$/.exec(text) ?? [];
  if (fraction !== undefined) return 1;
  return second === undefined ? 60_000 : 1000;
}
