import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { IANAZone } from 'luxon';
import {
  addOpen,
  type Calendar,
  instantOfOpen,
  isOpen,
  openBefore,
  openBetween,
  subtractOpen,
} from '../../server/engine/calendar/calendar.ts';
import { layOut } from '../../server/engine/calendar/layOut.ts';
import type { CalendarRule, LocalSpan, ZoneDef } from '../../server/engine/policy.ts';
import { dayLength, dayOfCivil, parseDate } from '../../server/engine/time/localDate.ts';
import { loadZone } from '../../server/engine/time/zone.ts';

type Spans = [string, string][];

interface Schedule {
  tz: string;
  hours: Record<string, Spans>;
  holidays: string[];
  breaks: Record<string, Spans>;
  shifts: Record<string, Spans>;
}

interface Vector {
  source: string;
  schedule: Schedule;
  op: 'add' | 'between' | 'isOpen';
  start: string;
  end?: string;
  seconds?: number;
  direction?: 'forward' | 'backward';
  expect: string | number | boolean;
}

/** Facts from other projects' tests, restated in `vectors/README.md` with their conventions. */
describe('business time vectors', () => {
  for (const file of ['business-time', 'dst']) {
    const vectors = read(file);
    it(`${file}: all ${vectors.length} agree`, () => {
      assert.ok(vectors.length >= 200);
      for (const vector of vectors) {
        const calendar = calendarOf(vector.schedule, Date.parse(vector.start));
        assert.deepEqual(answer(calendar, vector), expected(vector), JSON.stringify(vector));
      }
    });
  }
});

/** What we do where projects disagree; `docs/language/decisions.md` says so too. */
describe('disputed vectors', () => {
  const disputed = JSON.parse(
    readFileSync(new URL('vectors/disputed.json', import.meta.url), 'utf8'),
  ) as Vector[];

  it('a closing instant is closed', () => {
    const calendar = weekdays('UTC', '09:00', '17:00', '2017-06-26');
    assert.equal(isOpen(calendar, Date.parse('2017-06-26T17:00:00Z')), false);
    assert.equal(isOpen(calendar, Date.parse('2017-06-26T16:59:59.999Z')), true);
  });

  it('between instants the wrong way round lies no open time', () => {
    const calendar = weekdays('UTC', '09:00', '17:00', '2006-01-08');
    assert.equal(openBetween(calendar, Date.parse('2006-01-08T00:00Z'), Date.parse('2006-01-01T00:00Z')), 0);
  });

  it('an open day on which clocks go back has 25 hours', () => {
    const vector = disputed.find((entry) => entry.schedule?.tz === 'Europe/Paris');
    assert.ok(vector?.end);
    const calendar = calendarOf(vector.schedule, Date.parse(vector.start));
    assert.equal(openBetween(calendar, Date.parse(vector.start), Date.parse(vector.end)), 90_000_000);
  });

  it('two instants outside hours have nothing between them, not a second', () => {
    const calendar = weekdays('UTC', '10:00', '18:00', '2026-03-02');
    assert.equal(openBetween(calendar, Date.parse('2026-03-02T19:00Z'), Date.parse('2026-03-02T21:00Z')), 0);
  });

  it('both days listed as holidays are skipped', () => {
    const vector = disputed.find((entry) => entry.schedule?.tz === 'Europe/Berlin');
    assert.ok(vector?.seconds);
    const calendar = calendarOf(vector.schedule, Date.parse(vector.start));
    const due = addOpen(calendar, Date.parse(vector.start), vector.seconds * 1000);
    assert.equal(new Date(due).toISOString(), '2016-11-15T20:00:00.000Z');
  });
});

function read(file: string): Vector[] {
  return JSON.parse(readFileSync(new URL(`vectors/${file}.json`, import.meta.url), 'utf8')) as Vector[];
}

function answer(calendar: Calendar, { op, start, end, seconds = 0, direction }: Vector): boolean | number {
  const from = Date.parse(start);
  if (op === 'isOpen') return isOpen(calendar, from);
  if (op === 'between') {
    // Other projects answer the wrong way round with a negative number; the size is the same.
    const until = Date.parse(end!);
    return until >= from ? openBetween(calendar, from, until) : -openBetween(calendar, until, from);
  }
  if (seconds === 0 && direction) return nearestOpen(calendar, from, direction);
  return seconds < 0 || direction === 'backward'
    ? subtractOpen(calendar, from, Math.abs(seconds) * 1000)
    : addOpen(calendar, from, seconds * 1000);
}

function nearestOpen(calendar: Calendar, from: number, direction: 'forward' | 'backward'): number {
  if (direction === 'backward') return subtractOpen(calendar, from, 1) + 1;
  return isOpen(calendar, from) ? from : instantOfOpen(calendar, openBefore(calendar, from) + 1) - 1;
}

function expected({ op, expect }: Vector): boolean | number {
  if (typeof expect === 'string') return Date.parse(expect);
  return op === 'between' ? Number(expect) * 1000 : (expect as boolean);
}

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function weekdays(tz: string, from: string, to: string, near: string): Calendar {
  const hours = Object.fromEntries(weekdayNames.slice(0, 5).map((day) => [day, [[from, to]] as Spans]));
  return calendarOf({ tz, hours, holidays: [], breaks: {}, shifts: {} }, Date.parse(near));
}

function calendarOf(schedule: Schedule, near: number): Calendar {
  const year = new Date(near).getUTCFullYear();
  const first = dayOfCivil(year - 2, 1, 1);
  const last = dayOfCivil(year + 3, 12, 31);
  const zone = loadZone(
    zoneDef(schedule.tz, (first - 800) * dayLength, (last + 800) * dayLength),
    first,
    last,
  );
  const rules: CalendarRule[] = [
    ...weekdayNames
      .filter((name) => schedule.hours[name])
      .map((name): CalendarRule => {
        return {
          rule: 'weekly',
          days: [weekdayNames.indexOf(name)],
          spans: spansOf(schedule.hours[name]!),
          source: 0,
        };
      }),
    ...Object.entries(schedule.shifts).map(([day, spans]): CalendarRule => {
      return { rule: 'open', from: day, until: day, spans: spansOf(spans), source: 0 };
    }),
    ...schedule.holidays.map((day): CalendarRule => ({ rule: 'closed', from: day, until: day, source: 0 })),
    ...Object.entries(schedule.breaks).map(([day, spans]): CalendarRule => {
      return { rule: 'part', from: day, until: day, spans: spansOf(spans), source: 0 };
    }),
  ];
  assert.ok(schedule.holidays.every((day) => parseDate(day) !== undefined));
  return layOut({ id: 'vector', zone: schedule.tz, rules, source: 0 }, zone, first, last);
}

function spansOf(spans: Spans): LocalSpan[] {
  return spans.map(([from, to]) => [timeOf(from), timeOf(to)]);
}

function timeOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000 + seconds * 1000;
}

const zones = new Map<string, ZoneDef>();

/** Offset changes from luxon, walked hour by hour and narrowed to the millisecond. */
function zoneDef(name: string, from: number, to: number): ZoneDef {
  const key = `${name} ${from}`;
  const known = zones.get(key);
  if (known) return known;
  const zone = IANAZone.create(name);
  const offsets: [number, number][] = [[from, zone.offset(from) * 60_000]];
  for (let at = from; at < to; at += 6 * 3_600_000) {
    let [before, after] = [at, at + 6 * 3_600_000];
    if (zone.offset(before) === zone.offset(after)) continue;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (zone.offset(middle) === zone.offset(before)) before = middle;
      else after = middle;
    }
    offsets.push([after, zone.offset(after) * 60_000]);
  }
  const def = { name, offsets };
  zones.set(key, def);
  return def;
}
