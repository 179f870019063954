import type * as ast from '../../grammar/ast.ts';
import type { AuditDef, RequirementDef, StandardDef } from '../engine/policy/quality.ts';
import type { Declared } from '../model/program.ts';
import { compileApplies, compileTexts, textAfterWord, wholeText } from './clauses.ts';
import { compileCondition } from './conditions.ts';
import { ofKind } from './ofKind.ts';
import { type Compilation, isAdopted, ownId, type Scope, scopeOf, sourceOf } from './scope.ts';
import { windowOf } from './windows.ts';

/** What replies must contain: the policy's standards and those of the regulations that it adopts. */
export function compileStandards(compilation: Compilation): StandardDef[] {
  return compilation.program
    .declarations('standard')
    .filter(({ declaration }) => isAdopted(compilation, declaration.of?.text))
    .map((declared) => compileStandard(compilation, declared));
}

function compileStandard(compilation: Compilation, declared: Declared<ast.StandardDeclaration>): StandardDef {
  const { declaration } = declared;
  const { clauses } = declaration;
  const scope = scopeOf(compilation, declared, compilation.counts);
  const [audits] = ofKind(clauses, 'audits');
  const { cites, status } = compileTexts(compilation, declaration);
  return {
    id: ownId(declaration),
    ...(cites !== undefined && { cites }),
    ...(status !== undefined && { status }),
    ...compileApplies(scope, ofKind(clauses, 'applies')),
    requires: ofKind(clauses, 'requires').map((clause) => compileRequirement(scope, clause)),
    ...(audits && { audits: compileAudit(scope, audits) }),
    source: sourceOf(scope, declaration),
  };
}

function compileRequirement(scope: Scope, clause: ast.StandardRequiresClause): RequirementDef {
  return {
    what: clause.what.map(({ text }) => text),
    in: clause.in.map(({ text }) => text),
    ...(clause.when && { when: compileCondition(scope, clause.when) }),
    text: wholeText(scope, clause),
    source: sourceOf(scope, clause),
  };
}

function compileAudit(scope: Scope, clause: ast.AuditsClause): AuditDef {
  return {
    share: clause.share.value,
    window: windowOf(clause.window),
    atLeast: clause.atLeast ? Number(clause.atLeast.value) : 0,
    pass: clause.pass.value,
    text: textAfterWord(scope, clause),
    source: sourceOf(scope, clause),
  };
}
