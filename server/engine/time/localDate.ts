/**
 * Local dates as whole days since 1970-01-01 in the proleptic Gregorian calendar. The conversion is Howard Hinnant's
 * `days_from_civil` (http://howardhinnant.github.io/date_algorithms.html), integers only.
 */
export type LocalDay = number;

export const dayLength = 86_400_000;

export interface CivilDate {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
}

export function dayOfCivil(year: number, month: number, day: number): LocalDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilOfDay(localDay: LocalDay): CivilDate {
  const z = localDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day number so many months on, or that month's last day. */
export function addMonths(localDay: LocalDay, months: number): LocalDay {
  const { year, month, day } = civilOfDay(localDay);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (((index % 12) + 12) % 12) + 1;
  return dayOfCivil(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** 0 is Monday. */
export function weekdayOf(localDay: LocalDay): number {
  return (((localDay + 3) % 7) + 7) % 7;
}

/** `2026-12-24` as a local day; undefined where there is no such date. */
export function parseDate(text: string): LocalDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOfCivil(year, month, day);
}

const texts = new Map<LocalDay, string>();

/** A local day as `2026-12-24`. */
export function formatDate(localDay: LocalDay): string {
  let text = texts.get(localDay);
  if (text === undefined) {
    const { year, month, day } = civilOfDay(localDay);
    text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    texts.set(localDay, text);
  }
  return text;
}
