import type { RateDef } from '../engine/policy/rate.ts';
import { compileValue } from './amounts.ts';
import { type Compilation, scopeOf, sourceOf } from './scope.ts';

/** The rates of all files, in their order, each with its values in order of their dates. */
export function compileRates(compilation: Compilation): RateDef[] {
  return compilation.program.declarations('rate').map((declared) => {
    const { declaration } = declared;
    const { name, by, clauses } = declaration;
    const scope = scopeOf(compilation, declared, compilation.counts);
    const cites = clauses.find((clause) => clause.kind === 'cites');
    const values = clauses.flatMap((clause) => {
      const value = clause.kind === 'rate-line' ? compileValue(scope, clause.value) : undefined;
      if (clause.kind !== 'rate-line' || !value) return [];
      return [{ ...(clause.from && { from: clause.from.value }), value }];
    });
    return {
      id: name.text,
      ...(by && by !== 'day' && { by: by.text }),
      values: values.sort((a, b) => compareDates(a.from, b.from)),
      ...(cites && { cites: cites.citation.value }),
      source: sourceOf(scope, declaration),
    };
  });
}

function compareDates(a: string | undefined, b: string | undefined): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
