import type { PersonDef } from '../engine/policy.ts';
import type { Compilation } from './scope.ts';

/** The names of all roles, in the order of the files. */
export function compileRoles({ program }: Compilation): string[] {
  return [...new Set(program.symbols('role').map(({ definition }) => definition.name))];
}

export function compilePeople({ program }: Compilation): PersonDef[] {
  return program.declarations('person').map(({ declaration }) => ({
    name: declaration.name.text,
    roles: declaration.roles.map((role) => role.text),
  }));
}
