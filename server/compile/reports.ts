import type * as ast from '../../grammar/ast.ts';
import type { ReportDef } from '../engine/policy/quality.ts';
import type { Declared } from '../model/program.ts';
import { calendarFor } from './moments.ts';
import { type Compilation, compileDuration, scopeOf, sourceOf } from './scope.ts';
import { sourceText } from './sources.ts';
import { windowOf } from './windows.ts';

/** What is owed to somebody for each window, in the order of the files. */
export function compileReports(compilation: Compilation): ReportDef[] {
  return compilation.program
    .declarations('report')
    .flatMap((declared) => compileReport(compilation, declared) ?? []);
}

function compileReport(
  compilation: Compilation,
  declared: Declared<ast.ReportDeclaration>,
): ReportDef | undefined {
  const { declaration, placed } = declared;
  const scope = scopeOf(compilation, declared, compilation.counts);
  const within = compileDuration(scope, declaration.within);
  if (!within) return undefined;
  return {
    id: declaration.name.text,
    to: declaration.to.text,
    window: windowOf(declaration.window),
    within,
    ...calendarFor(scope, within),
    text: sourceText(placed.piece, declaration.window.start, declaration.end),
    source: sourceOf(scope, declaration),
  };
}
