import type * as ast from '../../grammar/ast.ts';
import type { MeasureDef, MetricDef, MetricTargetDef, MetricUnit } from '../engine/policy/quality.ts';
import type { Declared } from '../model/program.ts';
import type { Type } from '../model/types.ts';
import { compileAmount } from './amounts.ts';
import { calendarAmong, compileApplies, compileTexts, textAfterWord, wholeText } from './clauses.ts';
import { compileCondition } from './conditions.ts';
import { ofKind } from './ofKind.ts';
import { type Compilation, report, type Scope, scopeOf, sourceOf } from './scope.ts';
import { windowOf } from './windows.ts';

/** What is measured over answers and tickets, in the order of the files. */
export function compileMetrics(compilation: Compilation): MetricDef[] {
  return compilation.program
    .declarations('metric')
    .flatMap((declared) => compileMetric(compilation, declared) ?? []);
}

function compileMetric(
  compilation: Compilation,
  declared: Declared<ast.MetricDeclaration>,
): MetricDef | undefined {
  const { declaration } = declared;
  const { clauses, from, name } = declaration;
  const scope = scopeOf(compilation, declared, calendarAmong(clauses, compilation.counts));
  const targets = ofKind(clauses, 'target');
  const measure = compileMeasure(scope, clauses, targets);
  if (!measure) {
    report(
      scope,
      'clause/missing',
      name,
      `\`${name.text}\` needs one of the clauses \`share\`, \`average\`, \`percentile\`, \`count\` and \`nps\`: without it nothing is measured.`,
    );
    return undefined;
  }
  const { cites } = compileTexts(compilation, declaration);
  return {
    id: name.text,
    ...(cites !== undefined && { cites }),
    ...(from !== 'tickets' && { from: from.text }),
    ...compileApplies(scope, ofKind(clauses, 'applies')),
    measure: measure.def,
    text: wholeText(scope, measure.clause),
    targets: targets.map((target) => compileTarget(scope, target)),
    source: sourceOf(scope, declaration),
  };
}

/** The first clause that measures. */
function compileMeasure(
  scope: Scope,
  clauses: readonly ast.MetricClause[],
  targets: readonly ast.TargetClause[],
): { clause: ast.MetricClause; def: MeasureDef } | undefined {
  for (const clause of clauses) {
    const def = measureOf(scope, clause, targets);
    if (def) return { clause, def };
  }
  return undefined;
}

function measureOf(
  scope: Scope,
  clause: ast.MetricClause,
  targets: readonly ast.TargetClause[],
): MeasureDef | undefined {
  switch (clause.kind) {
    case 'share':
      return { kind: 'share', where: compileCondition(scope, clause.condition) };
    case 'count':
      return {
        kind: 'count',
        ...(clause.condition && { where: compileCondition(scope, clause.condition) }),
      };
    case 'nps':
      return { kind: 'nps', of: compileAmount(scope, clause.of) };
    case 'average':
      return { kind: 'average', of: compileAmount(scope, clause.of), ...unitOf(scope, clause.of, targets) };
    case 'percentile':
      return {
        kind: 'percentile',
        rank: clause.rank.value,
        of: compileAmount(scope, clause.of),
        ...unitOf(scope, clause.of, targets),
      };
    default:
      return undefined;
  }
}

/** Where the amount does not say in what it is counted, the target does. */
function unitOf(
  scope: Scope,
  amount: ast.Amount,
  targets: readonly ast.TargetClause[],
): { unit: MetricUnit; currency?: string } {
  const types = [amount, ...targets.map(({ value }) => value)].map((each) => scope.types.get(each));
  const [first] = types;
  if (first?.kind === 'money') {
    const named = types.find((type) => type?.kind === 'money' && type.currency !== undefined);
    const currency = (named?.kind === 'money' ? named.currency : undefined) ?? scope.compilation.currency;
    return { unit: 'money', ...(currency !== undefined && { currency }) };
  }
  return { unit: first?.kind === 'duration' ? measureUnit(types) : 'number' };
}

function measureUnit(types: readonly (Type | undefined)[]): MetricUnit {
  for (const type of types) {
    if (type?.kind !== 'duration' || type.measure === undefined) continue;
    return type.measure === 'elapsed' || type.measure === 'open' ? 'ms' : 'days';
  }
  return 'ms';
}

function compileTarget(scope: Scope, clause: ast.TargetClause): MetricTargetDef {
  return {
    operator: clause.operator,
    value: compileAmount(scope, clause.value),
    window: windowOf(clause.window),
    ...(clause.by && { by: clause.by.text }),
    ...(clause.per && { per: clause.per.text }),
    ...(clause.over && { over: Number(clause.over.least.value) }),
    ...(clause.when && { when: compileCondition(scope, clause.when) }),
    text: textAfterWord(scope, clause),
    source: sourceOf(scope, clause),
  };
}
