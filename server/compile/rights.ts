import type * as ast from '../../grammar/ast.ts';
import type { RightDef } from '../engine/policy/right.ts';
import type { Declared } from '../model/program.ts';
import { calendarAmong, compileApplies, compileOpenings, compileTexts, textAfterWord } from './clauses.ts';
import { calendarIn, compileMoment } from './moments.ts';
import { ofKind } from './ofKind.ts';
import { type Compilation, isAdopted, ownId, type Scope, scopeOf, sourceOf } from './scope.ts';

/** The policy's rights and those of the regulations that it adopts, in the order of the files. */
export function compileRights(compilation: Compilation): RightDef[] {
  return compilation.program
    .declarations('right')
    .filter(({ declaration }) => isAdopted(compilation, declaration.of?.text))
    .map((declared) => compileRight(compilation, declared));
}

function compileRight(compilation: Compilation, declared: Declared<ast.RightDeclaration>): RightDef {
  const { declaration } = declared;
  const { clauses } = declaration;
  const id = ownId(declaration);
  const scope: Scope = {
    ...scopeOf(compilation, declared, calendarAmong(clauses, compilation.counts)),
    right: id,
  };
  const [closes] = ofKind(clauses, 'closes');
  return {
    id,
    ...compileTexts(compilation, declaration),
    ...compileApplies(scope, ofKind(clauses, 'applies')),
    opens: compileOpenings(scope, ofKind(clauses, 'opens')),
    ...(closes && {
      closes: {
        at: compileMoment(scope, closes.at),
        ...calendarIn(scope),
        text: textAfterWord(scope, closes),
        source: sourceOf(scope, closes),
      },
    }),
    source: sourceOf(scope, declaration),
  };
}
