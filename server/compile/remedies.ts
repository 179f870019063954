import type * as ast from '../../grammar/ast.ts';
import type { AdjustDef, RemedyDef, RemedyTrigger } from '../engine/policy/remedy.ts';
import type { Condition } from '../engine/policy.ts';
import type { Declared } from '../model/program.ts';
import { compileAmount } from './amounts.ts';
import {
  calendarAmong,
  compileApplies,
  compileCounts,
  compilePause,
  compileTexts,
  textAfterWord,
  wholeText,
} from './clauses.ts';
import { compileCondition, compileWhen } from './conditions.ts';
import { calendarFor, compileMoment } from './moments.ts';
import { ofKind } from './ofKind.ts';
import { compilePays } from './pays.ts';
import {
  type Compilation,
  compileDuration,
  idOf,
  isAdopted,
  leaveOut,
  ownId,
  type Scope,
  scopeOf,
  sourceOf,
} from './scope.ts';
import { windowOf } from './windows.ts';

/** The policy's remedies and those of the regulations that it adopts, in the order of the files. */
export function compileRemedies(compilation: Compilation): RemedyDef[] {
  return compilation.program
    .declarations('remedy')
    .filter(({ declaration }) => isAdopted(compilation, declaration.of?.text))
    .flatMap((declared) => compileRemedy(compilation, declared) ?? []);
}

function compileRemedy(
  compilation: Compilation,
  declared: Declared<ast.RemedyDeclaration>,
): RemedyDef | undefined {
  const { declaration } = declared;
  const { clauses } = declaration;
  const scope = scopeOfRemedy(compilation, declared);
  const within = (duration: ast.DurationLiteral | undefined) => {
    const compiled = duration && compileDuration(scope, duration);
    return compiled && { within: compiled };
  };
  const { cites, status } = compileTexts(compilation, declaration);
  const on = compileTrigger(scope, declaration.on);
  if (!on) return undefined;
  const [owed] = ofKind(clauses, 'owed');
  const [automatic] = ofKind(clauses, 'automatic');
  return {
    id: ownId(declaration),
    ...(cites !== undefined && { cites }),
    ...(status !== undefined && { status }),
    on,
    ...compileApplies(scope, ofKind(clauses, 'applies')),
    ...(owed && { owedBy: owed.by.text }),
    counts: compileCounts(scope, ofKind(clauses, 'counts')),
    pays: compilePays(scope, ofKind(clauses, 'pays')),
    owes: ofKind(clauses, 'owes').map((clause) => ({
      what: clause.what.text,
      ...within(clause.within),
      ...compileWhen(scope, clause.when),
      source: sourceOf(scope, clause),
    })),
    adjusts: clauses.flatMap((clause) => compileAdjust(scope, clause, clauses) ?? []),
    notWith: ofKind(clauses, 'not together').map((clause) => ({
      remedies: clause.with.map((each) => idOf(scope.references.get(each) ?? { name: each.text })),
      source: sourceOf(scope, clause),
    })),
    pauses: ofKind(clauses, 'pauses').map((clause) => compilePause(scope, clause)),
    unless: ofKind(clauses, 'unless').map((clause) => ({
      while: compileCondition(scope, clause.condition),
      text: textAfterWord(scope, clause),
      source: sourceOf(scope, clause),
    })),
    stops: ofKind(clauses, 'stops').map((clause) => ({
      at: compileMoment(scope, clause.at),
      ...compileWhen(scope, clause.when),
      text: textAfterWord(scope, clause),
      source: sourceOf(scope, clause),
    })),
    paid: ofKind(clauses, 'paid').map((clause) => ({
      within: compileMoment(scope, clause.within),
      text: textAfterWord(scope, clause),
      source: sourceOf(scope, clause),
    })),
    requires: ofKind(clauses, 'requires').map((clause) => ({
      what: clause.what.map((each) => each.text),
      ...within(clause.within),
      source: sourceOf(scope, clause),
    })),
    reports: ofKind(clauses, 'report').flatMap((clause) => {
      const compiled = compileDuration(scope, clause.within);
      return compiled ? [{ to: clause.to.text, within: compiled, source: sourceOf(scope, clause) }] : [];
    }),
    exposes: ofKind(clauses, 'exposes').map((clause) => ({
      upTo: compileAmount(scope, clause.upTo),
      ...(clause.citation && { citation: clause.citation.value }),
      source: sourceOf(scope, clause),
    })),
    suspends: ofKind(clauses, 'suspends').map((clause) => ({
      what: clause.what.text,
      ...(clause.citation && { citation: clause.citation.value }),
      source: sourceOf(scope, clause),
    })),
    ...(automatic && {
      automatic: {
        operator: automatic.operator,
        amount: compileAmount(scope, automatic.amount),
        text: textAfterWord(scope, automatic),
        source: sourceOf(scope, automatic),
      },
    }),
    source: sourceOf(scope, declaration),
  };
}

/** A remedy counts with its own calendar, else with that of the benchmark that was breached, else with the policy's. */
function scopeOfRemedy(compilation: Compilation, declared: Declared<ast.RemedyDeclaration>): Scope {
  const { declaration } = declared;
  const bare = scopeOf(compilation, declared, undefined);
  const reference = breachedIn(declaration.on);
  const key = reference && bare.references.get(reference.name);
  const benchmark = key && compilation.program.lookup('benchmark', key.name, key.of)?.definition.declaration;
  const inherited =
    benchmark?.kind === 'benchmark'
      ? calendarAmong(benchmark.clauses, compilation.counts)
      : compilation.counts;
  return scopeOf(compilation, declared, calendarAmong(declaration.clauses, inherited), key && idOf(key));
}

/** The benchmark whose breach is the trigger: what `breach` by itself means. */
function breachedIn(on: ast.RemedyTrigger): ast.Reference | undefined {
  switch (on.kind) {
    case 'repetition':
      return on.benchmark;
    case 'shortfall':
      return undefined;
    case 'moment':
      return breachOf(on.moment);
  }
}

function breachOf(moment: ast.Moment): ast.Reference | undefined {
  if (moment.kind === 'benchmark-moment' && moment.what === 'breach') return moment.benchmark;
  if (moment.kind !== 'either') return undefined;
  for (const item of moment.items) {
    const found = breachOf(item);
    if (found) return found;
  }
  return undefined;
}

function compileTrigger(scope: Scope, on: ast.RemedyTrigger): RemedyTrigger | undefined {
  const text = wholeText(scope, on);
  switch (on.kind) {
    case 'moment':
      return { kind: 'moment', moment: compileMoment(scope, on.moment), text };
    case 'repetition': {
      const within = compileDuration(scope, on.within);
      const key = scope.references.get(on.benchmark.name);
      if (!within || !key) return undefined;
      if (!isAdopted(scope.compilation, key.of)) {
        leaveOut(scope, on, 'benchmark', idOf(key));
        return undefined;
      }
      return {
        kind: 'repetition',
        count: Number(on.count.value),
        benchmark: idOf(key),
        within,
        ...calendarFor(scope, within),
        ...(on.per && { per: on.per.text }),
        text,
      };
    }
    case 'shortfall': {
      const key = scope.references.get(on.of.name);
      if (key?.kind !== 'benchmark' && key?.kind !== 'metric') return undefined;
      return { kind: 'shortfall', of: key.kind, id: idOf(key), text };
    }
  }
}

function compileAdjust(
  scope: Scope,
  clause: ast.RemedyClause,
  clauses: readonly ast.RemedyClause[],
): AdjustDef | undefined {
  const place = { text: wholeText(scope, clause), source: sourceOf(scope, clause) };
  switch (clause.kind) {
    case 'deducts':
      return { kind: 'deducts', amount: compileAmount(scope, clause.amount), ...place };
    case 'never':
      return {
        kind: 'never below',
        amount: compileAmount(scope, clause.amount),
        ...rowOf(scope, clause, clauses),
        ...place,
      };
    case 'capped':
      return {
        kind: 'capped',
        amount: compileAmount(scope, clause.at),
        ...(clause.window && { window: windowOf(clause.window) }),
        ...(clause.per && { per: clause.per.text }),
        ...rowOf(scope, clause, clauses),
        ...place,
      };
    default:
      return undefined;
  }
}

/** `otherwise` holds where none of the same clauses above it does. */
function rowOf(
  scope: Scope,
  clause: ast.NeverBelowClause | ast.CappedClause,
  clauses: readonly ast.RemedyClause[],
): { when?: Condition } {
  if (clause.when?.kind !== 'otherwise') return compileWhen(scope, clause.when);
  const above = clauses.slice(0, clauses.indexOf(clause)).flatMap((each) => {
    if (each.kind !== clause.kind || !('when' in each)) return [];
    return each.when && each.when.kind !== 'otherwise' ? [compileCondition(scope, each.when)] : [];
  });
  return { when: { kind: 'not', of: { kind: 'or', of: above } } };
}
