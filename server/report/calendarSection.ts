import type { CalendarDef, CalendarRule, LocalSpan, Policy } from '../engine/policy.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { dayWords, timeWords } from '../engine/simulation/words.ts';
import { parseDate } from '../engine/time/localDate.ts';
import { type Markup, markup } from './markup.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Every calendar: hours, exceptions, and the holidays while the policy is in force. */
export function calendarSection({ policy }: Engine): Markup {
  if (policy.calendars.length === 0) return markup`<p>No calendar is counted.</p>`;
  return markup`${policy.calendars.map((calendar) => article(calendar, policy))}`;
}

function article({ id, zone, rules, cutOff }: CalendarDef, policy: Policy): Markup {
  const holidays = rules.filter((rule) => rule.rule === 'holidays');
  const others = rules.filter((rule) => rule.rule !== 'holidays');
  return markup`<article>
<h3>${id}</h3>
<ul><li>In ${zone}.</li>
${others.map((rule) => markup`<li>${ruleSentence(rule)}</li>`)}
${cutOff && markup`<li>${cutOffSentence(cutOff)}</li>`}</ul>
${holidays.map((rule) => holidayList(rule, policy))}
</article>
`;
}

function ruleSentence(rule: Exclude<CalendarRule, { rule: 'holidays' }>): string {
  switch (rule.rule) {
    case 'weekly':
      return `Open on ${listOf(rule.days.map((day) => weekdays[day]!))}, ${spansWords(rule.spans)}.`;
    case 'yearly':
      return `Closed every year on ${rule.day} ${months[rule.month - 1]}${named(rule.name)}.`;
    case 'closed':
      return `Closed ${daysWords(rule)}${named(rule.name)}.`;
    case 'part':
      return `Closed ${daysWords(rule)}, ${spansWords(rule.spans)}${named(rule.name)}.`;
    case 'open':
      return `Open ${daysWords(rule)}, ${spansWords(rule.spans)}.`;
  }
}

function cutOffSentence({ at, countsFrom }: NonNullable<CalendarDef['cutOff']>): string {
  const from = countsFrom === undefined ? '' : `, from ${timeWords(countsFrom)}`;
  return `What arrives after ${timeWords(at)} counts as arriving on the next business day${from}.`;
}

/** In the years in which the policy is in force, or else those it was compiled for. */
function holidayList(
  { region, days }: Extract<CalendarRule, { rule: 'holidays' }>,
  { effective, covers }: Policy,
): Markup {
  const from = effective.from ?? covers.from;
  const until = effective.until ?? `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  const shown = days.filter(([date]) => date >= from && date <= until);
  return markup`<details open><summary>Closed on the public holidays of ${region}, ${from} to ${until}</summary>
<table class="days">${shown.map(([date, name]) => markup`<tr><td>${dayText(date)}</td><td>${name}</td></tr>`)}</table></details>`;
}

function daysWords({ from, until }: { from: string; until: string }): string {
  return from === until ? `on ${dayText(from)}` : `from ${dayText(from)} to ${dayText(until)}`;
}

function dayText(date: string): string {
  const day = parseDate(date);
  return day === undefined ? date : dayWords(day);
}

function spansWords(spans: readonly LocalSpan[]): string {
  return listOf(spans.map(([from, to]) => `${timeWords(from)} to ${to === 0 ? '24:00' : timeWords(to)}`));
}

function named(name: string | undefined): string {
  return name ? `: ${name}` : '';
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
