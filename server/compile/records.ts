import type * as ast from '../../grammar/ast.ts';
import type { RecordDef, RedactionDef } from '../engine/policy/record.ts';
import type { Declared } from '../model/program.ts';
import { compileTexts, wholeText } from './clauses.ts';
import { calendarFor, compileMoment } from './moments.ts';
import {
  type Compilation,
  compileDuration,
  isAdopted,
  ownId,
  type Scope,
  scopeOf,
  sourceOf,
} from './scope.ts';

/** The policy's records and those of the regulations that it adopts, in the order of the files. */
export function compileRecords(compilation: Compilation): RecordDef[] {
  return compilation.program
    .declarations('record')
    .filter(({ declaration }) => isAdopted(compilation, declaration.of?.text))
    .map((declared) => compileRecord(compilation, declared));
}

function compileRecord(compilation: Compilation, declared: Declared<ast.RecordDeclaration>): RecordDef {
  const { name, clauses } = declared.declaration;
  const scope = scopeOf(compilation, declared, compilation.counts);
  const { cites, status } = compileTexts(compilation, declared.declaration);
  const retains = clauses.find((clause) => clause.kind === 'retains');
  return {
    id: ownId(declared.declaration),
    ...(cites !== undefined && { cites }),
    ...(status !== undefined && { status }),
    keeps: clauses.flatMap((clause) => (clause.kind === 'keeps' ? clause.what.map(({ text }) => text) : [])),
    ...(retains && {
      retains: {
        until: compileMoment(scope, retains.until),
        text: wholeText(scope, retains),
        source: sourceOf(scope, retains),
      },
    }),
    redacts: clauses.flatMap((clause) =>
      clause.kind === 'redacts' ? (compileRedaction(scope, clause) ?? []) : [],
    ),
    source: sourceOf(scope, name),
  };
}

function compileRedaction(scope: Scope, clause: ast.RedactsClause): RedactionDef | undefined {
  const due = dueOf(scope, clause);
  if (!due) return undefined;
  return {
    what: clause.what.map((each) => each.text),
    due,
    text: wholeText(scope, clause),
    source: sourceOf(scope, clause),
  };
}

function dueOf(scope: Scope, { after, at }: ast.RedactsClause): RedactionDef['due'] | undefined {
  if (at) return { at: compileMoment(scope, at) };
  const duration = after && compileDuration(scope, after);
  return duration && { after: duration, ...calendarFor(scope, duration) };
}
