import type * as ast from '../../grammar/ast.ts';
import type { AttainDef, BenchmarkDef, By, PauseDef, RowDef, Target, WindowDef } from '../engine/policy.ts';
import type { Declared } from '../model/program.ts';
import { compileCondition, compileWhen } from './conditions.ts';
import { timeOf } from './instants.ts';
import { compileMoment, never } from './moments.ts';
import {
  type Compilation,
  compileDuration,
  report,
  type Scope,
  scopeOf,
  sourceOf,
  useCalendar,
} from './scope.ts';
import { sourceText } from './sources.ts';

type Clauses<K extends ast.BenchmarkClause['kind']> = Extract<ast.BenchmarkClause, { kind: K }>[];

/** The policy's benchmarks and those of the regulations that it adopts, in the order of the files. */
export function compileBenchmarks(compilation: Compilation): BenchmarkDef[] {
  return compilation.program
    .declarations('benchmark')
    .filter(({ declaration: { of } }) => !of || compilation.adopted.has(of.text))
    .flatMap((declared) => compileBenchmark(compilation, declared) ?? []);
}

/** The calendar that a benchmark's conditions and distances are counted with: its first that always counts. */
export function calendarOf(
  benchmark: ast.BenchmarkDeclaration,
  counts: string | undefined,
): string | undefined {
  const always = benchmark.clauses.find(
    (clause) => clause.kind === 'counts' && (!clause.when || clause.when.kind === 'otherwise'),
  );
  return always?.kind === 'counts' ? always.calendar.text : counts;
}

function compileBenchmark(
  compilation: Compilation,
  declared: Declared<ast.BenchmarkDeclaration>,
): BenchmarkDef | undefined {
  const { declaration } = declared;
  const { name, of } = declaration;
  const id = of ? `${of.text}.${name.text}` : name.text;
  const scope = scopeOf(compilation, declared, calendarOf(declaration, compilation.counts), id);
  const all = <K extends ast.BenchmarkClause['kind']>(kind: K): Clauses<K> =>
    declaration.clauses.filter((clause) => clause.kind === kind) as Clauses<K>;
  const one = <K extends ast.BenchmarkClause['kind']>(kind: K): Clauses<K>[number] | undefined =>
    all(kind)[0];
  const clock = one('from');
  if (!clock) {
    report(
      scope,
      'clause/missing',
      name,
      `\`${name.text}\` needs the clause \`from\`: without it the clock never starts.`,
    );
    return undefined;
  }
  const arrives = one('arrives');
  const every = one('every');
  const period = every && compileDuration(scope, every.period);
  const reopening = one('reopening');
  return {
    id,
    ...texts(compilation, declaration),
    ...applies(scope, all('applies')),
    each: clock.each,
    from: compileMoment(scope, clock.from),
    until: compileMoment(scope, clock.until),
    ...(clock.by.length > 0 && { by: clock.by.map((each) => each.text) }),
    counts: all('counts').map((clause) => ({
      calendar: useCalendar(scope, clause.calendar.text)!,
      ...compileWhen(scope, clause.when),
      source: sourceOf(scope, clause),
    })),
    ...(arrives && { arrives: useCalendar(scope, arrives.calendar.text) }),
    rows: all('within').map((clause) => compileRow(scope, clause)),
    ...(every &&
      period && {
        every: { period, expects: compileMoment(scope, every.expects), source: sourceOf(scope, every) },
      }),
    pauses: all('pauses').map((clause) => compilePause(scope, clause)),
    cancels: all('cancels').map((clause) => ({
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
    retargets: one('retargets') === undefined,
    notAssessed: all('not assessed').map((clause) => ({
      while: compileCondition(scope, clause.condition),
      ...(clause.reason && { reason: clause.reason.value }),
      source: sourceOf(scope, clause),
    })),
    attain: all('attain').map((clause) => compileAttain(scope, clause)),
    fromSource: sourceOf(scope, clock),
    source: sourceOf(scope, declaration),
  };
}

/** What a benchmark does not say of itself, its regulation does. */
function texts(
  { program }: Compilation,
  { clauses, of }: ast.BenchmarkDeclaration,
): Pick<BenchmarkDef, 'title' | 'cites' | 'status'> {
  const found: Pick<BenchmarkDef, 'title' | 'cites' | 'status'> = {};
  const regulation = of && program.lookup('regulation', of.text)?.definition.declaration;
  const inherited = regulation?.kind === 'regulation' ? regulation.clauses : [];
  const title = clauses.find((clause) => clause.kind === 'title');
  const cites = [...clauses, ...inherited].find((clause) => clause.kind === 'cites');
  const status = [...clauses, ...inherited].find((clause) => clause.kind === 'status');
  if (title) found.title = title.title.value;
  if (cites) found.cites = cites.citation.value;
  if (status) found.status = status.status.text;
  return found;
}

function applies(scope: Scope, clauses: readonly ast.AppliesClause[]): Pick<BenchmarkDef, 'applies'> {
  const conditions = clauses.map((clause) => compileCondition(scope, clause.condition));
  if (conditions.length === 0) return {};
  return { applies: conditions.length === 1 ? conditions[0]! : { kind: 'and', of: conditions } };
}

function compileRow(scope: Scope, clause: ast.WithinClause): RowDef {
  return {
    target: compileDeadline(scope, clause.deadline),
    ...compileWhen(scope, clause.when),
    text: sourceText(scope.placed.piece, clause.deadline.start, clause.end),
    source: sourceOf(scope, clause),
  };
}

function compileDeadline(scope: Scope, { item, by, rolling }: ast.Deadline): Target {
  return {
    ...compileTarget(scope, item),
    ...(by !== undefined && { by: byOf(by) }),
    ...(rolling && { rolling }),
  };
}

function byOf(by: 'close' | ast.TimeLiteral): By {
  return by === 'close' ? by : timeOf(by.value);
}

function compileTarget(scope: Scope, item: ast.DeadlineItem): Target {
  if (item.kind === 'duration') {
    const duration = compileDuration(scope, item);
    return duration ? { kind: 'count', duration } : { kind: 'moment', moment: never };
  }
  if (item.kind === 'choice-moment')
    return { kind: item.which, of: item.items.map((each) => compileTarget(scope, each)) };
  if (item.kind === 'name' && scope.types.get(item)?.kind === 'duration') {
    const key = scope.references.get(item);
    return key?.kind === 'field' ? { kind: 'field', field: key.name } : { kind: 'moment', moment: never };
  }
  return { kind: 'moment', moment: compileMoment(scope, item) };
}

function compilePause(scope: Scope, clause: ast.PausesClause): PauseDef {
  const duration = clause.cap && compileDuration(scope, clause.cap);
  return {
    while: compileCondition(scope, clause.condition),
    ...(duration && { cap: { duration, per: clause.per } }),
    text: textAfterWord(scope, clause),
    source: sourceOf(scope, clause),
  };
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

function windowOf({ unit, starting }: ast.Window): WindowDef {
  return { unit, ...(starting && { starting: { month: starting.month, day: starting.day } }) };
}

/** A clause as written, without the word it begins with. */
function textAfterWord(scope: Scope, clause: ast.Node): string {
  return sourceText(scope.placed.piece, clause.start, clause.end).replace(/^\S+\s*/, '');
}
