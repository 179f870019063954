import type * as ast from '../../grammar/ast.ts';
import type { PermitClauseDef, PermitDef } from '../engine/policy/permit.ts';
import type { Declared } from '../model/program.ts';
import { calendarAmong, compileApplies, compileTexts, wholeText } from './clauses.ts';
import { compileCondition } from './conditions.ts';
import { timeOf } from './instants.ts';
import { calendarFor, calendarIn, compileMoment } from './moments.ts';
import { ofKind } from './ofKind.ts';
import {
  type Compilation,
  compileDuration,
  isAdopted,
  ownId,
  type Scope,
  scopeOf,
  sourceOf,
} from './scope.ts';

/** The policy's permits and those of the regulations that it adopts, in the order of the files. */
export function compilePermits(compilation: Compilation): PermitDef[] {
  return compilation.program
    .declarations('permit')
    .filter(({ declaration }) => isAdopted(compilation, declaration.of?.text))
    .map((declared) => compilePermit(compilation, declared));
}

function compilePermit(compilation: Compilation, declared: Declared<ast.PermitDeclaration>): PermitDef {
  const { declaration } = declared;
  const { clauses } = declaration;
  const scope = scopeOf(compilation, declared, calendarAmong(clauses, compilation.counts));
  return {
    id: ownId(declaration),
    ...compileTexts(compilation, declaration),
    ...compileApplies(scope, ofKind(clauses, 'applies')),
    on: compileMoment(scope, declaration.on),
    clauses: clauses.flatMap((clause) => compileClause(scope, clause) ?? []),
    source: sourceOf(scope, declaration),
  };
}

function compileClause(scope: Scope, clause: ast.PermitClause): PermitClauseDef | undefined {
  const common = () => ({ text: wholeText(scope, clause), source: sourceOf(scope, clause) });
  switch (clause.kind) {
    case 'only':
      return { kind: 'only', during: compileCondition(scope, clause.during), ...common() };
    case 'not while':
      return { kind: 'not while', condition: compileCondition(scope, clause.condition), ...common() };
    case 'waits': {
      const duration = compileDuration(scope, clause.duration);
      if (!duration) return undefined;
      const after = compileMoment(scope, clause.after);
      return { kind: 'waits', duration, after, ...calendarFor(scope, duration), ...common() };
    }
    case 'not after':
      return {
        kind: 'not after',
        time: timeOf(clause.time.value),
        dayBeforeHoliday: clause.dayBeforeHoliday,
        ...calendarIn(scope),
        ...common(),
      };
    default:
      return undefined;
  }
}
