import type * as ast from '../../grammar/ast.ts';
import type { CredentialDef, PersonDef, RoleDef } from '../engine/policy/people.ts';
import type { Declared } from '../model/program.ts';
import { isBusiness } from '../model/units.ts';
import { textAfterWord } from './clauses.ts';
import { calendarFor } from './moments.ts';
import { futureMessage, isAfterPolicy, lackedBy, lackMessage } from './qualified.ts';
import { compileRoster } from './roster/compileRoster.ts';
import { type Compilation, compileDuration, report, type Scope, scopeOf, sourceOf } from './scope.ts';

/** All roles with what they require, in the order of the files. */
export function compileRoles(compilation: Compilation): RoleDef[] {
  const { program } = compilation;
  return program.symbols('role').flatMap(({ definition, document, placed }) => {
    const { declaration, name, key } = definition;
    if (program.symbol(key)?.definition !== definition) return [];
    const scope = scopeOf(compilation, { document, placed }, compilation.counts);
    const source = sourceOf(scope, definition.node);
    if (declaration.kind !== 'role') return [{ id: name, requires: [], source }];
    const cites = declaration.clauses.find((clause) => clause.kind === 'cites');
    const requires = declaration.clauses.flatMap((clause) =>
      clause.kind === 'requires' ? [compileRequirement(scope, clause)] : [],
    );
    return [{ id: name, ...(cites && { cites: cites.citation.value }), requires, source }];
  });
}

/** Those whom the policy declares, then those of its rosters. */
export function compilePeople(compilation: Compilation, roles: readonly RoleDef[]): PersonDef[] {
  const declared = compilation.program
    .declarations('person')
    .map((person) => compilePerson(compilation, person, roles));
  const people = [...declared];
  for (const file of compilation.program.rosters)
    people.push(...compileRoster(compilation, file, roles, people));
  reportStrangers(compilation, people);
  return people;
}

function compileRequirement(scope: Scope, clause: ast.RoleRequiresClause): CredentialDef {
  const refreshed = clause.refreshed && compileDuration(scope, clause.refreshed);
  return {
    what: clause.what,
    name: clause.name.text,
    ...(refreshed && { refreshed }),
    ...(refreshed && isBusiness(refreshed.measure) && calendarFor(scope, refreshed)),
    text: textAfterWord(scope, clause),
    source: sourceOf(scope, clause),
  };
}

function compilePerson(
  compilation: Compilation,
  declared: Declared<ast.PersonDeclaration>,
  roles: readonly RoleDef[],
): PersonDef {
  const { declaration } = declared;
  const scope = scopeOf(compilation, declared, undefined);
  const person: PersonDef = {
    name: declaration.name.text,
    roles: declaration.roles.map((role) => role.text),
    holds: declaration.clauses.map((clause) => ({
      what: clause.kind,
      name: clause.name.text,
      ...(clause.since && { since: clause.since.value }),
      source: sourceOf(scope, clause),
    })),
    source: sourceOf(scope, declaration.name),
  };
  for (const node of declaration.roles) {
    const role = roles.find(({ id }) => id === node.text);
    for (const { what, name } of role ? lackedBy(person, role) : [])
      report(scope, 'person/lacks', node, lackMessage(person.name, node.text, what, name));
  }
  for (const { since } of declaration.clauses)
    if (since && isAfterPolicy(compilation, since.value))
      report(scope, 'person/future-certificate', since, futureMessage(compilation, since.value));
  return person;
}

/** With a roster, only the compiler can tell whether a name is somebody's. */
function reportStrangers(compilation: Compilation, people: readonly PersonDef[]): void {
  const { program } = compilation;
  if (program.rosters.length === 0) return;
  const known = new Set(people.map(({ name }) => name));
  for (const document of program.documents)
    for (const placed of document.tree.pieces) {
      const scope = scopeOf(compilation, { document, placed }, undefined);
      for (const name of scope.strangers)
        if (!known.has(name.text))
          report(
            scope,
            'person/unknown',
            name,
            `\`${name.text}\` is no role, no person and no automation, and stands in no roster.`,
          );
    }
}
