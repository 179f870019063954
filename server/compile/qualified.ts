import type { CredentialDef, PersonDef, RoleDef } from '../engine/policy/people.ts';
import type { Compilation } from './scope.ts';

/** What a person lacks for a role, whatever the day: `certificate consumer-law`. */
export function lackedBy({ holds }: Pick<PersonDef, 'holds'>, role: RoleDef): CredentialDef[] {
  return role.requires.filter(
    ({ what, name }) => !holds.some((each) => each.what === what && each.name === name),
  );
}

/** What is said of somebody who lacks something. */
export function lackMessage(person: string, role: string, what: string, name: string): string {
  return (
    `\`${person}\` is \`${role}\`, which requires the ${what} \`${name}\`, and does not have it. ` +
    `Add it, or take the role away.`
  );
}

export function isAfterPolicy({ effective }: Compilation, date: string): boolean {
  return effective.until !== undefined && date > effective.until;
}

export function futureMessage({ effective }: Compilation, date: string): string {
  return `${date} lies after ${effective.until}, the last day of the policy, so nobody is qualified by it.`;
}
