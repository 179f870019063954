import { fallsShort, type RosterReport, rosterReport } from '../../engine/people/roster.ts';
import type { Policy } from '../../engine/policy.ts';
import type { Arguments, commands, Runner } from '../commands.ts';
import { failUnusable } from '../failUnusable.ts';
import { rosterText } from '../format/rosterText.ts';
import type { Io } from '../io.ts';
import { loadPolicy } from '../loadPolicy.ts';
import { readDay } from '../readDay.ts';
import { styleFor } from '../terminal/style.ts';

type Format = Arguments<typeof commands.roster>['options']['format'];

/** Says who must refresh what by when. */
export const run: Runner<'roster'> = async ({ operands: [operand = ''], options }, io) => {
  const loaded = await loadPolicy(operand, io);
  if (!loaded.ok) return failUnusable(io, ...loaded.messages);
  const { engine, policy } = loaded;
  const asOf = readDay(options['as-of'], engine, io);
  if (!asOf.ok) return failUnusable(io, asOf.message);
  const report = rosterReport(policy, engine.zone, engine.conduct.countingOf, asOf.day);
  io.stdout.write(writers[options.format](report, policy, io));
  return report.people.some(fallsShort) ? 1 : 0;
};

const writers: Readonly<Record<Format, (report: RosterReport, policy: Policy, io: Io) => string>> = {
  text: (report, policy, io) => rosterText(report, policy, styleFor(io.stdout, io)),
  json: (report, policy) =>
    `${JSON.stringify({ policy: policy.id, version: policy.version, ...report }, null, 1)}\n`,
  csv: ({ people, vacant }) =>
    [
      ['person', 'role', 'what', 'name', 'status', 'since', 'refresh by'],
      ...people.map(({ person, role, what, name, status, since = '', refreshBy = '' }) => [
        person,
        role,
        what,
        name,
        status,
        since,
        refreshBy,
      ]),
      ...vacant.map((role) => ['', role, '', '', 'vacant', '', '']),
    ]
      .map((row) => `${row.map(csvCell).join(',')}\r\n`)
      .join(''),
};

/** By RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
