import Holidays from 'date-holidays';
import { dayOf } from './localTime.ts';

const known = new Map<string, [day: number, name: string][]>();

/** The public holidays of a region, `AU-NSW`, in some years. */
export function holidaysOf(
  region: string,
  firstYear: number,
  lastYear: number,
): [day: number, name: string][] {
  const all: [number, string][] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const key = `${region} ${year}`;
    let days = known.get(key);
    if (!days) {
      const [country, state] = region.split('-');
      const holidays = state ? new Holidays(country!, state) : new Holidays(country!);
      days = holidays
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date, name }): [number, string] => [dayOf(date.slice(0, 10)), name]);
      known.set(key, days);
    }
    all.push(...days);
  }
  return all;
}
