import type { CalendarDef, Policy } from '../../engine/policy.ts';
import { formatDate, parseDate, weekdayOf } from '../../engine/time/localDate.ts';
import { weekdayNames } from './weekdayNames.ts';

const limit = 6;

/** The next days that a calendar's dated rules close, from a date on, or from the day the policy begins. */
export function nextClosedDays(policy: Policy, calendar: string, today?: string): string {
  const def = policy.calendars.find(({ id }) => id === calendar);
  const from = [policy.effective.from, today]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  if (!def || from === undefined) return '';
  const days = closings(def, policy.covers)
    .filter(({ date }) => date >= from && date <= policy.covers.until)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const lines = [...new Map(days.map((day) => [day.date, day])).values()].slice(0, limit).map(lineOf);
  return lines.length === 0 ? '' : `Closed next, from ${from} on:\n\n${lines.join('\n')}`;
}

interface Closing {
  date: string;
  name?: string;
}

/** What is opened again by a later rule is left out. */
function closings({ rules }: CalendarDef, covers: Policy['covers']): Closing[] {
  let found: Closing[] = [];
  for (const rule of rules) {
    if (rule.rule === 'holidays') found.push(...rule.days.map(([date, name]) => ({ date, name })));
    if (rule.rule === 'closed') found.push(...daysBetween(rule.from, rule.until, rule.name));
    if (rule.rule === 'yearly') found.push(...yearly(rule, covers));
    if (rule.rule === 'open') found = found.filter(({ date }) => date < rule.from || date > rule.until);
  }
  return found;
}

function daysBetween(from: string, until: string, name: string | undefined): Closing[] {
  const first = parseDate(from) ?? 0;
  const last = Math.min(parseDate(until) ?? 0, first + 366);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, day) => ({
    date: formatDate(first + day),
    name,
  }));
}

function yearly(rule: { month: number; day: number; name?: string }, covers: Policy['covers']): Closing[] {
  const first = Number(covers.from.slice(0, 4));
  const last = Number(covers.until.slice(0, 4));
  const pad = (value: number) => String(value).padStart(2, '0');
  return Array.from({ length: last - first + 1 }, (_, year) => ({
    date: `${first + year}-${pad(rule.month)}-${pad(rule.day)}`,
    name: rule.name,
  })).filter(({ date }) => parseDate(date) !== undefined);
}

function lineOf({ date, name }: Closing): string {
  const weekday = weekdayNames[weekdayOf(parseDate(date) ?? 0)];
  return `- ${weekday?.slice(0, 3)} ${date}${name ? ` · ${name}` : ''}`;
}
