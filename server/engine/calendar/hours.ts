import type { CalendarDef, CalendarRule, LocalSpan } from '../policy.ts';
import { civilOfDay, dayLength, type LocalDay, parseDate, weekdayOf } from '../time/localDate.ts';
import { dayExists, type Zone } from '../time/zone.ts';

/** What a calendar's rules say of one day, before overnight hours of the day before and part closings meet it. */
export interface DayHours {
  /** Local spans that begin on the day. */
  spans: readonly LocalSpan[];
  /** Parts of the day that are closed. */
  closedParts: readonly LocalSpan[];
  /** The rule that decided, absent where no rule speaks of the day. */
  rule?: CalendarRule;
  /** Why the day is closed: a holiday's name or the author's words. */
  reason?: string;
}

/** Answers for any day, from rules indexed once. */
export interface Hours {
  readonly of: (day: LocalDay) => DayHours;
}

type DatedRule = Exclude<CalendarRule, { rule: 'weekly' }>;

const noSpans: readonly LocalSpan[] = [];

/**
 * Weekly hours come first: the last rule that names a weekday gives its hours. Dated rules then apply in order and the
 * last one wins. A date that the zone left out has no hours.
 */
export function hoursOf(def: CalendarDef, zone: Zone): Hours {
  const weekly: (Extract<CalendarRule, { rule: 'weekly' }> | undefined)[] = new Array(7).fill(undefined);
  for (const rule of def.rules) {
    if (rule.rule === 'weekly') for (const day of rule.days) weekly[day] = rule;
  }
  const dated = def.rules.filter((rule): rule is DatedRule => rule.rule !== 'weekly').map(matcherOf);
  return { of: (day) => hoursOfDay(day, weekly[weekdayOf(day)], dated, zone) };
}

interface Matcher {
  readonly rule: DatedRule;
  /** The reason for which the rule speaks of the day, or undefined where it does not; '' where it has no words. */
  readonly match: (day: LocalDay) => string | undefined;
}

function hoursOfDay(
  day: LocalDay,
  weekly: Extract<CalendarRule, { rule: 'weekly' }> | undefined,
  dated: readonly Matcher[],
  zone: Zone,
): DayHours {
  if (!dayExists(zone, day))
    return { spans: noSpans, closedParts: noSpans, reason: 'a date that did not exist here' };
  let hours: DayHours = { spans: weekly?.spans ?? noSpans, closedParts: noSpans, rule: weekly };
  for (const { rule, match } of dated) {
    const reason = match(day);
    if (reason === undefined) continue;
    if (rule.rule === 'part') {
      hours = { ...hours, closedParts: [...hours.closedParts, ...rule.spans] };
    } else if (rule.rule === 'open') {
      hours = { spans: rule.spans, closedParts: noSpans, rule };
    } else {
      hours = { spans: noSpans, closedParts: hours.closedParts, rule, ...(reason ? { reason } : {}) };
    }
  }
  return hours;
}

function matcherOf(rule: DatedRule): Matcher {
  switch (rule.rule) {
    case 'holidays': {
      const names = new Map(rule.days.map(([date, name]) => [parseDate(date), name]));
      return { rule, match: (day) => names.get(day) };
    }
    case 'yearly':
      return {
        rule,
        match: (day) => {
          const date = civilOfDay(day);
          return date.month === rule.month && date.day === rule.day ? (rule.name ?? '') : undefined;
        },
      };
    case 'closed':
    case 'part':
    case 'open': {
      const from = parseDate(rule.from) ?? Number.POSITIVE_INFINITY;
      const until = parseDate(rule.until) ?? Number.NEGATIVE_INFINITY;
      const reason = (rule.rule === 'open' ? undefined : rule.name) ?? '';
      return { rule, match: (day) => (day >= from && day <= until ? reason : undefined) };
    }
  }
}

/** Where a local span that begins on a day ends, in milliseconds since that day's midnight. */
export function endOfSpan([from, to]: LocalSpan): number {
  return to > from ? to : to + dayLength;
}
