import type { StandingStatus } from '../../engine/people/qualification.ts';
import type { RosterReport } from '../../engine/people/roster.ts';
import type { Policy } from '../../engine/policy.ts';
import { dayWords } from '../../engine/simulation/words.ts';
import { parseDate } from '../../engine/time/localDate.ts';
import { columns } from '../terminal/columns.ts';
import { counted } from '../terminal/counted.ts';
import type { Colour, Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { wrap } from '../terminal/width.ts';

const colours: Readonly<Record<StandingStatus, Colour>> = {
  lapsed: 'red',
  missing: 'red',
  future: 'yellow',
  undated: 'yellow',
  valid: 'green',
};

const sentences: Readonly<Record<Exclude<StandingStatus, 'valid'>, string>> = {
  lapsed: 'has run out',
  missing: 'is missing',
  future: 'is given on a later day',
  undated: 'has no date, so nobody knows when it runs out',
};

/** Who must refresh what by when, as a table; what falls short stands first. */
export function rosterText({ asOf, people, vacant }: RosterReport, policy: Policy, style: Style): string {
  const day = dayWords(parseDate(asOf) ?? 0);
  const lines = [style.paint(`${visibleLine(policy.title ?? policy.id)}, as of ${day}`, 'bold')];
  if (people.length > 0) {
    const header = ['status', 'person', 'role', 'requires', 'since', 'refresh by'].map((text) => ({ text }));
    const rows = people.map((line) => [
      { text: line.status, paint: (text: string) => style.paint(text, colours[line.status]) },
      { text: visibleLine(line.person) },
      { text: line.role },
      { text: `${line.what} ${line.name}` },
      { text: line.since ?? '' },
      { text: line.refreshBy ?? '' },
    ]);
    lines.push('', ...columns([header, ...rows]).map((line) => `  ${line}`));
  }
  const short = (Object.keys(sentences) as (keyof typeof sentences)[]).flatMap((status) => {
    const count = people.filter((line) => line.status === status).length;
    return count === 0 ? [] : `${counted(count, 'requirement')} ${sentences[status]}.`;
  });
  if (people.length === 0) short.push('No role that somebody holds requires anything.');
  else if (short.length === 0) short.push('Everybody has what their roles require.');
  if (vacant.length > 0) short.push(`Nobody is ${vacant.join(', ')}.`);
  return `${[...lines, '', ...short.flatMap((text) => wrap(text, style.width))].join('\n')}\n`;
}
