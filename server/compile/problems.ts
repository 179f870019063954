import type { Problem, Severity } from '../model/problem.ts';

/** What only the compiler finds. The pages of these codes are made from this table. */
export interface CompileRule {
  readonly code: OwnCode;
  readonly title: string;
  readonly severity: Severity;
  /** Markdown: what it means, and why it matters. */
  readonly explain: string;
  /** Markdown: what to do. */
  readonly remedy: string;
}

export const compileRules: readonly CompileRule[] = [
  {
    code: 'policy/missing',
    title: 'No policy',
    severity: 'error',
    explain:
      'A file becomes something that can be run through its `policy` block: it names the zone, the version and the ' +
      'dates. Neither this file nor one that it imports has one.',
    remedy: 'Name the file of the policy instead, or add a `policy` block.',
  },
  {
    code: 'policy/has-errors',
    title: 'A policy that cannot be compiled yet',
    severity: 'error',
    explain: 'A policy with errors is not compiled: what it left out would be missing from every deadline.',
    remedy: 'Mend the errors that `slapolicy check` lists.',
  },
  {
    code: 'regulation/not-adopted',
    title: 'Something of a regulation that is not adopted',
    severity: 'warning',
    explain:
      'What a regulation demands is run only where the policy adopts it; without that, it is what the policy is proved ' +
      'against. Here the policy waits for such a clock. Simulations leave it out and say so in a finding, so that nobody ' +
      'relies on an amount or a date that nobody computed.',
    remedy: 'Add `adopts` with the name of the regulation to the policy, or name a benchmark of its own.',
  },
  {
    code: 'policy/covers-too-long',
    title: 'More years than are compiled',
    severity: 'warning',
    explain:
      'Time zones and holidays are compiled into the policy for a hundred years at most. Nobody knows them that far ' +
      'ahead, and the file would grow with every year. Deadlines beyond are given as a finding instead of a date.',
    remedy: 'Let the policy end earlier, or leave `until` out: then thirty years are compiled.',
  },
  {
    code: 'calendar/holidays-not-loaded',
    title: 'Holidays that could not be loaded',
    severity: 'error',
    explain:
      'The list of public holidays is loaded when a calendar first asks for one. It was not found, and without it ' +
      'holidays would count as business days.',
    remedy: 'Install the program again: the file with the holidays is missing.',
  },
  {
    code: 'scenario/has-errors',
    title: 'A scenario that cannot be run yet',
    severity: 'error',
    explain: 'A scenario with errors is not run: it would be a test that nobody notices to be missing.',
    remedy: 'Mend the errors that `slapolicy check` lists.',
  },
  {
    code: 'scenario/no-such-rung',
    title: 'A rung that the ladder does not have',
    severity: 'error',
    explain:
      'The expectation names a rung by its moment, and the ladder has none there, so it could never hold.',
    remedy: 'Write the moment as the ladder writes it, or the instant that is expected.',
  },
  {
    code: 'remedy/no-tier',
    title: '`after that` without a tier above it',
    severity: 'error',
    explain:
      'What is paid `after that` goes on where a row `for the first N` ends. No row above counts the same units for a ' +
      'number of them, so nobody can tell from which day on this is owed.',
    remedy:
      'Write the row of the first days above it, `each day late for the first 5`, or leave `after that` out.',
  },
  {
    code: 'person/lacks',
    title: 'A role without what it requires',
    severity: 'warning',
    explain:
      'The role requires a certificate or a skill, and this person does not have it. What they do in this role counts, ' +
      'and every time it is a finding.',
    remedy: 'Add the certificate or the skill to the person or the roster, or take the role away.',
  },
  {
    code: 'person/future-certificate',
    title: 'A certificate that comes after the policy',
    severity: 'warning',
    explain:
      'A certificate counts from the day on which it was given. This day lies after the last day of the policy: most ' +
      'likely the year is wrong.',
    remedy: 'Correct the date.',
  },
  {
    code: 'person/unknown',
    title: 'Somebody who stands in no roster',
    severity: 'error',
    explain:
      'Where people come from a roster, a name that is declared nowhere is looked up there. It does not stand there ' +
      'either, so a clock would wait for somebody who does not exist.',
    remedy: 'Correct the name, or add the person to the roster.',
  },
  {
    code: 'roster/unreadable',
    title: 'A roster that is no table of people',
    severity: 'warning',
    explain:
      'A roster is CSV whose first line names its columns, or JSON. Nobody can be taken from this file, so whoever ' +
      'stands in it counts as unknown.',
    remedy:
      'Begin a CSV file with the line `name,role,certificate,since,skill`; write JSON as a list of objects with ' +
      '`name`, `roles`, `certificates` and `skills`.',
  },
  {
    code: 'roster/bad-row',
    title: 'A row of a roster that cannot be read',
    severity: 'warning',
    explain:
      'Something in this row of the roster is not what its column holds. That part is left out, and everybody else is read.',
    remedy: 'Correct the row. Dates are written `2026-03-01`, and a cell with a comma stands in quotes.',
  },
  {
    code: 'roster/unknown-column',
    title: 'A column of a roster that is not read',
    severity: 'hint',
    explain:
      'A roster may hold more than a policy needs. Only the columns `name`, `role`, `certificate`, `since` and `skill` ' +
      'are read, so a column that is misspelt says nothing.',
    remedy: 'Correct the name of the column, or leave it as it is.',
  },
  {
    code: 'roster/unknown-role',
    title: 'A role in a roster that the policy does not have',
    severity: 'warning',
    explain: 'The roster gives somebody a role that no policy declares, so it lets them do nothing.',
    remedy: 'Declare the role, or correct the row.',
  },
  {
    code: 'roster/duplicate',
    title: 'Somebody twice',
    severity: 'warning',
    explain:
      'This row repeats another one, or its name is already that of a role, an automation or a person declared ' +
      'elsewhere. Several rows may speak of one person, if each says something new.',
    remedy: 'Take the row out, or correct its name.',
  },
];

/** The same codes that checks report, where the compiler comes upon them first. */
type SharedCode =
  | 'policy/several'
  | 'clause/missing'
  | 'zone/unknown'
  | 'region/unknown'
  | 'calendar/unknown-holidays'
  | 'calendar/extends-itself';
type OwnCode =
  | 'regulation/not-adopted'
  | 'policy/missing'
  | 'policy/has-errors'
  | 'policy/covers-too-long'
  | 'calendar/holidays-not-loaded'
  | 'scenario/has-errors'
  | 'scenario/no-such-rung'
  | 'remedy/no-tier'
  | 'person/lacks'
  | 'person/future-certificate'
  | 'person/unknown'
  | 'roster/unreadable'
  | 'roster/bad-row'
  | 'roster/unknown-column'
  | 'roster/unknown-role'
  | 'roster/duplicate';
export type CompileCode = OwnCode | SharedCode;

const severities = new Map<CompileCode, Severity>(compileRules.map((rule) => [rule.code, rule.severity]));

/** A problem of the compiler; positions are absolute. */
export function problemOf(
  code: CompileCode,
  message: string,
  uri: string,
  place: { readonly start: number; readonly end: number },
): Problem {
  const severity = severities.get(code) ?? 'error';
  return { code, severity, message, uri, start: place.start, end: place.end, related: [] };
}
