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
    code: 'unit/not-whole',
    title: 'Half a day',
    severity: 'error',
    explain:
      'Days, business days, weeks, months and years are counted one by one, at their end, so half of one never comes. ' +
      'Hours are counted to the millisecond, and no finer.',
    remedy: 'Write a whole number, or the hours that are meant: `12 hours`, `4 business hours`.',
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
];

/** The same codes that checks report, where the compiler comes upon them first. */
type SharedCode =
  | 'policy/several'
  | 'policy/not-yet-run'
  | 'clause/missing'
  | 'zone/unknown'
  | 'region/unknown'
  | 'calendar/unknown-holidays'
  | 'calendar/extends-itself';
type OwnCode =
  | 'policy/missing'
  | 'policy/has-errors'
  | 'policy/covers-too-long'
  | 'calendar/holidays-not-loaded'
  | 'unit/not-whole'
  | 'scenario/has-errors'
  | 'scenario/no-such-rung';
export type CompileCode = OwnCode | SharedCode;

const severities = new Map<CompileCode, Severity>(compileRules.map((rule) => [rule.code, rule.severity]));

/** A problem of the compiler; positions are absolute. */
export function problemOf(
  code: CompileCode,
  message: string,
  uri: string,
  place: { readonly start: number; readonly end: number },
): Problem {
  const severity = code === 'policy/not-yet-run' ? 'information' : (severities.get(code) ?? 'error');
  return { code, severity, message, uri, start: place.start, end: place.end, related: [] };
}
