import { createHolidayProvider, type HolidayData, type HolidayProvider } from './holidays.ts';

/** The data that `closed holidays` is compiled from; a test compares it with what is installed. */
export const holidayVersion = 'date-holidays 3.37.0';

let loading: Promise<HolidayProvider> | undefined;

/**
 * The public holidays of the world, 1.5 MB that are loaded when they are first asked for. Rejects where the data cannot
 * be found; the next call tries again.
 */
export function loadHolidays(): Promise<HolidayProvider> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<HolidayProvider> {
  const { default: Holidays } = await import('date-holidays');
  const index = new Holidays();
  const countries = Object.keys(index.getCountries('en'));
  const regions = new Map<string, InstanceType<typeof Holidays>>();
  const data: HolidayData = {
    entries: (region, year) => {
      const [country = '', state = '', part = ''] = region.split('-');
      if (!codesOf(country).includes(region)) return undefined;
      const known = regions.get(region) ?? new Holidays(country, state, part);
      regions.set(region, known);
      return known.getHolidays(year);
    },
    codesLike: (region) => {
      const country = region.split('-')[0]!;
      return countries.includes(country) ? codesOf(country) : countries;
    },
  };
  const codesOf = (country: string): string[] => {
    if (!countries.includes(country)) return [];
    const codes = [country];
    for (const state of Object.keys(index.getStates(country) ?? {})) {
      codes.push(`${country}-${state}`);
      for (const part of Object.keys(index.getRegions(country, state) ?? {}))
        codes.push(`${country}-${state}-${part}`);
    }
    return codes.sort();
  };
  return createHolidayProvider(holidayVersion, data);
}
