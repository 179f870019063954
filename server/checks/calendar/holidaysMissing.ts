import type { Policy } from '../../engine/policy.ts';
import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const calendarHolidaysMissing: Rule = {
  code: 'calendar/holidays-missing',
  title: 'Years whose holidays are not known',
  severity: 'warning',
  explain:
    'Holidays that follow the moon are known for some decades only, and lists of holidays begin in a certain year. ' +
    'In a year in which the policy is in force this region has far fewer holidays than in others, so days on which ' +
    'nobody works would count as business days, and deadlines would come too early.',
  remedy:
    'Write the holidays of these years out with `closed` and their dates, or let the policy end before them.',
  failing: `
events received, answered
policy complaints {
  version     "1"
  effective   2070-01-01 until 2080-12-31
  timezone    Asia/Dubai
  begins with received
}
calendar office {
  open   mon..fri 09:00-17:00
  closed holidays <|AE|>
}
benchmark answer {
  from   received until answered
  counts office
  within 2 business days
}
`,
  passing: `
events received, answered
policy complaints {
  version     "1"
  effective   2026-01-01 until 2030-12-31
  timezone    Asia/Dubai
  begins with received
}
calendar office {
  open   mon..fri 09:00-17:00
  closed holidays AE
}
benchmark answer {
  from   received until answered
  counts office
  within 2 business days
}
`,
  run: {
    when: 'compiled',
    run: (policy, program, document, report) => {
      for (const { declaration, placed, document: home } of program.declarations('calendar')) {
        if (home !== document) continue;
        for (const clause of declaration.clauses) {
          if (clause.kind !== 'closed' || clause.closing.kind !== 'holidays') continue;
          const { region } = clause.closing;
          const [first, ...others] = poorYears(policy, region.text);
          if (first === undefined) continue;
          const years = others.length === 0 ? first : `${first} to ${others.at(-1)}`;
          report(
            placeIn(placed, region),
            `The holidays of \`${region.text}\` are not fully known for ${years}, and the policy is in force then.`,
          );
        }
      }
    },
  },
};

/** A year with less than this share of the holidays of the richest year lacks some. */
const leastShare = 0.6;

function poorYears(policy: Policy, region: string): string[] {
  const days = policy.calendars
    .flatMap(({ rules }) => rules)
    .find((rule) => rule.rule === 'holidays' && rule.region === region);
  if (days?.rule !== 'holidays') return [];
  const counts = new Map<string, number>();
  for (const year of yearsBetween(policy.covers.from, policy.covers.until)) counts.set(year, 0);
  for (const [date] of days.days) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const { from = policy.covers.from, until = policy.covers.until } = policy.effective;
  return yearsBetween(from, until).filter((year) => (counts.get(year) ?? 0) < leastShare * most);
}

/** The years of two dates and those between them. */
function yearsBetween(from: string, until: string): string[] {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++)
    years.push(String(year).padStart(4, '0'));
  return years;
}
