import { dayLength, formatDate, type LocalDay, parseDate } from '../engine/time/localDate.ts';

export const holidayTypes = ['public', 'bank', 'school', 'optional', 'observance'] as const;
export type HolidayType = (typeof holidayTypes)[number];

/** A day, or a part of one, on which a region rests. */
export interface Holiday {
  /** A local date. */
  readonly date: string;
  /** In the language that stands first for the region; substitute days say that they are. */
  readonly name: string;
  /** Local milliseconds since midnight; absent for a whole day. */
  readonly part?: readonly [number, number];
}

/** Where holidays come from. Immutable: the same question has the same answer. */
export interface HolidayProvider {
  /** The data and its version: `date-holidays 3.37.0`. */
  readonly version: string;
  /** By date, each date's whole day before its parts; undefined for a region that the data does not know. */
  holidays(region: string, types: readonly HolidayType[], year: number): readonly Holiday[] | undefined;
  /** The codes of the same country that the data knows, or of all countries. */
  codesLike(region: string): readonly string[];
}

/** What date-holidays says of a holiday. */
export interface HolidayEntry {
  /** Local: `2026-12-24 14:00:00`, with ` -0600` behind it where the day begins at the sunset before. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
}

/** What is asked of date-holidays. */
export interface HolidayData {
  /** Undefined for an unknown region. */
  entries(region: string, year: number): readonly HolidayEntry[] | undefined;
  codesLike(region: string): readonly string[];
}

/** A provider that asks the data once for each region and year. */
export function createHolidayProvider(version: string, data: HolidayData): HolidayProvider {
  const years = new Map<string, readonly HolidayEntry[] | undefined>();
  const lists = new Map<string, readonly Holiday[] | undefined>();
  const entriesOf = (region: string, year: number): readonly HolidayEntry[] | undefined => {
    const key = `${region} ${year}`;
    if (!years.has(key)) years.set(key, data.entries(region, year));
    return years.get(key);
  };
  return {
    version,
    codesLike: (region) => data.codesLike(region),
    holidays: (region, types, year) => {
      const key = `${region} ${[...types].sort().join()} ${year}`;
      if (!lists.has(key)) {
        // A holiday of several days, or a substitute day, may belong to a rule of the neighbouring year.
        const entries = [year - 1, year, year + 1].map((each) => entriesOf(region, each));
        lists.set(
          key,
          entries[1] &&
            listHolidays(
              entries.flatMap((each) => each ?? []),
              types,
              year,
            ),
        );
      }
      return lists.get(key);
    },
  };
}

function listHolidays(
  entries: readonly HolidayEntry[],
  types: readonly HolidayType[],
  year: number,
): readonly Holiday[] {
  const names = new Map<string, Set<string>>();
  const found = new Map<string, Omit<Holiday, 'name'>>();
  for (const entry of entries) {
    if (!types.some((type) => type === entry.type)) continue;
    for (const piece of piecesOf(entry)) {
      if (!piece.date.startsWith(String(year).padStart(4, '0'))) continue;
      const key = `${piece.date} ${piece.part?.map((each) => String(each).padStart(8, '0')) ?? ''}`;
      found.set(key, piece);
      names.set(key, (names.get(key) ?? new Set()).add(entry.name));
    }
  }
  const keys = [...found.keys()].sort();
  return keys.map((key) => {
    const { date, part } = found.get(key)!;
    return { date, name: [...names.get(key)!].sort().join(', '), ...(part && { part }) };
  });
}

/** An entry as the whole days and parts of days that it covers. */
function piecesOf(entry: HolidayEntry): Omit<Holiday, 'name'>[] {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):\d{2}(.*)$/.exec(entry.date);
  const day = match ? parseDate(match[1]!) : undefined;
  if (!match || day === undefined) return [];
  const length = entry.end.getTime() - entry.start.getTime();
  if (match[4] !== '') return wholeDays(day, Math.max(1, daysIn(length)));
  const start = Number(match[2]) * 3_600_000 + Number(match[3]) * 60_000;
  // A day on which the clocks change is still a day.
  const days = Math.round(length / dayLength);
  const end = start + (days > 0 && Math.abs(length - days * dayLength) <= slack ? days * dayLength : length);
  return pieces(day, start, end);
}

const slack = 2 * 3_600_000;

/**
 * Days that begin at sunset close the civil day on which they end, as offices do; the evening before stays open. What is
 * left over of a length that is not whole days is the afternoon before the feast, which the data does not place.
 */
function daysIn(length: number): number {
  return Math.floor((length + slack) / dayLength);
}

function wholeDays(first: LocalDay, count: number): Omit<Holiday, 'name'>[] {
  return Array.from({ length: count }, (_, i) => ({ date: formatDate(first + i) }));
}

function pieces(first: LocalDay, start: number, end: number): Omit<Holiday, 'name'>[] {
  const list: Omit<Holiday, 'name'>[] = [];
  for (let day = 0; day * dayLength < end; day++) {
    const from = Math.max(0, start - day * dayLength);
    const to = Math.min(dayLength, end - day * dayLength);
    if (from >= to) continue;
    const date = formatDate(first + day);
    list.push(from === 0 && to === dayLength ? { date } : { date, part: [from, to] });
  }
  return list;
}
