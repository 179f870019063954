import type { StateDef } from '../engine/policy.ts';
import { compileMoment } from './moments.ts';
import { type Compilation, scopeOf, sourceOf } from './scope.ts';

/** States count with the policy's calendar. */
export function compileStates(compilation: Compilation): StateDef[] {
  return compilation.program.declarations('state').map((declared) => {
    const { declaration } = declared;
    const scope = scopeOf(compilation, declared, compilation.counts);
    return {
      id: declaration.name.text,
      from: compileMoment(scope, declaration.from),
      until: compileMoment(scope, declaration.until),
      source: sourceOf(scope, declaration),
    };
  });
}
