import type { WindowDef } from '../policy.ts';
import { civilOfDay, dayOfCivil, daysInMonth, type LocalDay, weekdayOf } from '../time/localDate.ts';

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The first day of the window a day lies in. Weeks begin on Monday; longer windows are counted from `starting`. */
export function firstDayOfWindow(window: WindowDef, day: LocalDay): LocalDay {
  if (window.unit === 'day') return day;
  if (window.unit === 'week') return day - weekdayOf(day);
  const { month: startMonth, day: startDay } = window.starting ?? { month: 1, day: 1 };
  const length = monthsIn[window.unit];
  const { year, month } = civilOfDay(day);
  const months = year * 12 + month - startMonth;
  const index = months - (((months % length) + length) % length);
  const first = dayIn(index + startMonth - 1, startDay);
  return first <= day ? first : dayIn(index - length + startMonth - 1, startDay);
}

/** The last day of the window that begins with a day. */
export function lastDayOfWindow(window: WindowDef, first: LocalDay): LocalDay {
  if (window.unit === 'day') return first;
  if (window.unit === 'week') return first + 6;
  // No window is longer than 366 days, and each begins anew on the day after it.
  const { year, month } = civilOfDay(first);
  const { day } = window.starting ?? { day: 1 };
  return dayIn(year * 12 + month - 1 + monthsIn[window.unit], day) - 1;
}

/** A day of a month given as months since year 0, or that month's last day. */
function dayIn(months: number, day: number): LocalDay {
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOfCivil(year, month, Math.min(day, daysInMonth(year, month)));
}
