import type * as ast from '../../grammar/ast.ts';
import type { AttainDef, BenchmarkDef } from '../engine/policy.ts';
import type { Declared } from '../model/program.ts';
import {
  calendarAmong,
  compileApplies,
  compileCounts,
  compilePause,
  compileRow,
  compileTexts,
  textAfterWord,
} from './clauses.ts';
import { compileCondition } from './conditions.ts';
import { compileMoment } from './moments.ts';
import { ofKind } from './ofKind.ts';
import {
  type Compilation,
  compileDuration,
  idOf,
  isAdopted,
  ownId,
  report,
  type Scope,
  scopeOf,
  sourceOf,
  useCalendar,
} from './scope.ts';
import { windowOf } from './windows.ts';

/** The policy's benchmarks and those of the regulations that it adopts, in the order of the files. */
export function compileBenchmarks(compilation: Compilation): BenchmarkDef[] {
  return compilation.program
    .declarations('benchmark')
    .filter(({ declaration }) => isAdopted(compilation, declaration.of?.text))
    .flatMap((declared) => compileBenchmark(compilation, declared) ?? []);
}

function compileBenchmark(
  compilation: Compilation,
  declared: Declared<ast.BenchmarkDeclaration>,
): BenchmarkDef | undefined {
  const { declaration } = declared;
  const { name, clauses } = declaration;
  const id = ownId(declaration);
  const scope = scopeOf(compilation, declared, calendarAmong(clauses, compilation.counts), id);
  const [clock] = ofKind(clauses, 'from');
  if (!clock) {
    report(
      scope,
      'clause/missing',
      name,
      `\`${name.text}\` needs the clause \`from\`: without it the clock never starts.`,
    );
    return undefined;
  }
  const [arrives] = ofKind(clauses, 'arrives');
  const [every] = ofKind(clauses, 'every');
  const period = every && compileDuration(scope, every.period);
  const [reopening] = ofKind(clauses, 'reopening');
  return {
    id,
    ...compileTexts(compilation, declaration),
    ...compileMeets(ofKind(clauses, 'meets')),
    ...compileApplies(scope, ofKind(clauses, 'applies')),
    each: clock.each,
    from: compileMoment(scope, clock.from),
    until: compileMoment(scope, clock.until),
    ...(clock.by.length > 0 && { by: clock.by.map((each) => each.text) }),
    counts: compileCounts(scope, ofKind(clauses, 'counts')),
    ...(arrives && { arrives: useCalendar(scope, arrives.calendar.text) }),
    rows: ofKind(clauses, 'within').map((clause) => compileRow(scope, clause)),
    ...(every &&
      period && {
        every: { period, expects: compileMoment(scope, every.expects), source: sourceOf(scope, every) },
      }),
    pauses: ofKind(clauses, 'pauses').map((clause) => compilePause(scope, clause)),
    cancels: ofKind(clauses, 'cancels').map((clause) => ({
      on: compileMoment(scope, clause.on),
      source: sourceOf(scope, clause),
    })),
    ...(reopening && {
      reopening: {
        on: compileMoment(scope, reopening.on),
        effect: reopening.effect,
        source: sourceOf(scope, reopening),
      },
    }),
    retargets: ofKind(clauses, 'retargets').length === 0,
    notAssessed: ofKind(clauses, 'not assessed').map((clause) => ({
      while: compileCondition(scope, clause.condition),
      ...(clause.reason && { reason: clause.reason.value }),
      source: sourceOf(scope, clause),
    })),
    attain: ofKind(clauses, 'attain').map((clause) => compileAttain(scope, clause)),
    fromSource: sourceOf(scope, clock),
    source: sourceOf(scope, declaration),
  };
}

function compileMeets(clauses: readonly ast.MeetsClause[]): Pick<BenchmarkDef, 'meets'> {
  const references = clauses.flatMap(({ benchmarks }) => benchmarks);
  if (references.length === 0) return {};
  return { meets: references.map(({ qualifier, name }) => idOf({ name: name.text, of: qualifier?.text })) };
}

function compileAttain(scope: Scope, clause: ast.AttainClause): AttainDef {
  return {
    levels: clause.levels.map((level) => {
      const within = level.in && compileDuration(scope, level.in);
      return { operator: level.operator, percent: level.percent.value, ...(within && { in: within }) };
    }),
    ...(clause.window && { window: windowOf(clause.window) }),
    ...(clause.by && { by: clause.by.text }),
    ...(clause.per && { per: clause.per.text }),
    ...(clause.over && { over: Number(clause.over.least.value) }),
    ...(clause.when && { when: compileCondition(scope, clause.when) }),
    text: textAfterWord(scope, clause),
    source: sourceOf(scope, clause),
  };
}
