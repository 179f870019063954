import type { PolicyDeclaration } from '../../grammar/ast.ts';
import type { Problem } from '../model/problem.ts';
import { type Declared, type Program, placeIn } from '../model/program.ts';
import { problemOf } from './problems.ts';

/** The program's policy: the root file's own, else the only one that it imports. */
export function choosePolicy(program: Program): Declared<PolicyDeclaration> | Problem {
  const policies = program.declarations('policy');
  const own = policies.filter(({ document }) => document.uri === program.uri);
  const [chosen, other] = own.length > 0 ? own : policies;
  if (!chosen)
    return problemOf(
      'policy/missing',
      'There is no policy in this file, nor in what it imports.',
      program.uri,
      {
        start: 0,
        end: 0,
      },
    );
  if (!other) return chosen;
  return problemOf(
    'policy/several',
    `It is open which policy is meant: \`${chosen.declaration.name.text}\` or \`${other.declaration.name.text}\`.`,
    other.document.uri,
    placeIn(other.placed, other.declaration.name),
  );
}
