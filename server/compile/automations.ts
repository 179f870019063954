import type * as ast from '../../grammar/ast.ts';
import type { AutomationDef, HandoverDef, PermissionDef } from '../engine/policy/automation.ts';
import type { Declared } from '../model/program.ts';
import { wholeText } from './clauses.ts';
import { compileWhen } from './conditions.ts';
import { calendarFor, compileMoment } from './moments.ts';
import { type Compilation, compileDuration, type Scope, scopeOf, sourceOf } from './scope.ts';

/** Bots, in the order of the files; what they count is counted with the policy's calendar. */
export function compileAutomations(compilation: Compilation): AutomationDef[] {
  return compilation.program
    .declarations('automation')
    .map((declared) => compileAutomation(compilation, declared));
}

function compileAutomation(
  compilation: Compilation,
  declared: Declared<ast.AutomationDeclaration>,
): AutomationDef {
  const { name, clauses } = declared.declaration;
  const scope = scopeOf(compilation, declared, compilation.counts);
  const cites = clauses.find((clause) => clause.kind === 'cites');
  const discloses = clauses.find((clause) => clause.kind === 'discloses');
  return {
    id: name.text,
    ...(cites && { cites: cites.citation.value }),
    may: permissions(scope, clauses, 'may'),
    mayNot: permissions(scope, clauses, 'may not'),
    ...(discloses && {
      discloses: {
        ...(discloses.with && { with: discloses.with.text }),
        text: wholeText(scope, discloses),
        source: sourceOf(scope, discloses),
      },
    }),
    handsOver: clauses.flatMap((clause) => (clause.kind === 'hands' ? compileHandover(scope, clause) : [])),
    source: sourceOf(scope, name),
  };
}

function permissions(
  scope: Scope,
  clauses: readonly ast.AutomationClause[],
  kind: ast.MayClause['kind'],
): PermissionDef[] {
  return clauses.flatMap((clause) =>
    clause.kind !== kind
      ? []
      : [
          {
            events: clause.events.map((event) => event.text),
            ...compileWhen(scope, clause.when),
            text: wholeText(scope, clause),
            source: sourceOf(scope, clause),
          },
        ],
  );
}

function compileHandover(scope: Scope, clause: ast.HandsOverClause): HandoverDef[] {
  const { within, to, keeping } = clause;
  if (within?.duration.kind !== 'duration') return [];
  const duration = compileDuration(scope, within.duration);
  if (!duration) return [];
  return [
    {
      after: compileMoment(scope, within.of),
      within: duration,
      ...calendarFor(scope, duration),
      ...(to && { to: to.text }),
      keeping: keeping.map((each) => each.text),
      text: wholeText(scope, clause),
      source: sourceOf(scope, clause),
    },
  ];
}
