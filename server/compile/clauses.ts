import type * as ast from '../../grammar/ast.ts';
import type { OpeningDef } from '../engine/policy/dispute.ts';
import type { BenchmarkDef, By, Condition, PauseDef, RowDef, Target } from '../engine/policy.ts';
import { compileCondition, compileWhen } from './conditions.ts';
import { timeOf } from './instants.ts';
import { compileMoment, never } from './moments.ts';
import { type Compilation, compileDuration, type Scope, sourceOf, useCalendar } from './scope.ts';
import { sourceText } from './sources.ts';

interface Block {
  readonly of?: ast.Name;
  readonly clauses: readonly { readonly kind: string }[];
}

/** What a declaration does not say of itself, its regulation does. */
export function compileTexts(
  { program }: Compilation,
  { clauses, of }: Block,
): Pick<BenchmarkDef, 'title' | 'cites' | 'status'> {
  const found: Pick<BenchmarkDef, 'title' | 'cites' | 'status'> = {};
  const regulation = of && program.lookup('regulation', of.text)?.definition.declaration;
  const inherited = regulation?.kind === 'regulation' ? regulation.clauses : [];
  const title = clauses.find((clause): clause is ast.TitleClause => clause.kind === 'title');
  const all = [...clauses, ...inherited];
  const cites = all.find((clause): clause is ast.CitesClause => clause.kind === 'cites');
  const status = all.find((clause): clause is ast.StatusClause => clause.kind === 'status');
  if (title) found.title = title.title.value;
  if (cites) found.cites = cites.citation.value;
  if (status) found.status = status.status.text;
  return found;
}

/** All `applies when` clauses together. */
export function compileApplies(scope: Scope, clauses: readonly ast.AppliesClause[]): { applies?: Condition } {
  const conditions = clauses.map((clause) => compileCondition(scope, clause.condition));
  if (conditions.length === 0) return {};
  return { applies: conditions.length === 1 ? conditions[0]! : { kind: 'and', of: conditions } };
}

export function compileCounts(scope: Scope, clauses: readonly ast.CountsClause[]): BenchmarkDef['counts'] {
  return clauses.map((clause) => ({
    calendar: useCalendar(scope, clause.calendar.text)!,
    ...compileWhen(scope, clause.when),
    source: sourceOf(scope, clause),
  }));
}

/** The calendar that conditions and distances are counted with: the first that always counts, else the policy's. */
export function calendarAmong(
  clauses: readonly { readonly kind: string }[],
  counts: string | undefined,
): string | undefined {
  const always = clauses.find(
    (clause): clause is ast.CountsClause =>
      clause.kind === 'counts' && !hasCondition((clause as ast.CountsClause).when),
  );
  return always?.calendar.text ?? counts;
}

function hasCondition(when: ast.When | undefined): boolean {
  return when !== undefined && when.kind !== 'otherwise';
}

export function compileOpenings(scope: Scope, clauses: readonly ast.OpensClause[]): OpeningDef[] {
  return clauses.map((clause) => ({
    on: compileMoment(scope, clause.on),
    ...compileWhen(scope, clause.when),
    text: sourceText(scope.placed.piece, clause.on.start, clause.end),
    source: sourceOf(scope, clause),
  }));
}

export function compileRow(scope: Scope, clause: ast.WithinClause): RowDef {
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
    if (key?.kind === 'field') return { kind: 'field', field: key.name };
    return key?.kind === 'rate' ? { kind: 'rate', rate: key.name } : { kind: 'moment', moment: never };
  }
  return { kind: 'moment', moment: compileMoment(scope, item) };
}

export function compilePause(scope: Scope, clause: ast.PausesClause): PauseDef {
  const duration = clause.cap && compileDuration(scope, clause.cap);
  return {
    while: compileCondition(scope, clause.condition),
    ...(duration && { cap: { duration, per: clause.per } }),
    text: textAfterWord(scope, clause),
    source: sourceOf(scope, clause),
  };
}

/** A clause as written, without the word it begins with. */
export function textAfterWord(scope: Scope, clause: ast.Node): string {
  return wholeText(scope, clause).replace(/^\S+\s*/, '');
}

/** A clause as written. */
export function wholeText({ placed }: Scope, clause: ast.Node): string {
  return sourceText(placed.piece, clause.start, clause.end);
}
