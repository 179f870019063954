import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { addOpen, openBetween } from '../server/engine/calendar/calendar.ts';
import { layOut } from '../server/engine/calendar/layOut.ts';
import type { CalendarDef } from '../server/engine/policy.ts';
import { dayOfCivil } from '../server/engine/time/localDate.ts';
import { loadZone } from '../server/engine/time/zone.ts';
import { type Figure, perSecond, ratio } from './figure.ts';
import { opsPerSecond } from './measure.ts';

const require = createRequire(import.meta.url);
const holidays = ['2026-04-03', '2026-04-06', '2026-12-25', '2027-01-01'];
const hour = 3_600_000;
/** From 4 March 2026, 15:30, every seven days and 25 minutes: no library is asked the same question twice in a row. */
const starts = Array.from(
  { length: 32 },
  (_, i) => Date.parse('2026-03-04T15:30:00Z') + i * (168 * hour + 1_500_000),
);

/** What every library is asked: the same calendar, Monday to Friday 9 to 17 in UTC with four holidays, the same instants. */
interface Peer {
  name: string;
  /** The instant eight open hours after `start`. */
  addEightHours: (start: number) => number;
  /** Open milliseconds between `start` and `end`. */
  between: (start: number, end: number) => number;
}

/** Business time beside the libraries that people use for it. Their zone is the process's: run with TZ=UTC. */
export function businessTime(): Figure[] {
  const peers = [momentPeer(), dayjsPeer(), openingHoursPeer()];
  const ours = engine();
  const questions: { name: string; ask: (peer: Peer) => (start: number) => number; goal: number }[] = [
    { name: 'add 8 business hours', ask: (peer) => peer.addEightHours, goal: 5_000_000 },
    {
      name: 'between, 10 days',
      ask: (peer) => (start) => peer.between(start, start + 10 * 24 * hour),
      goal: 1_500_000,
    },
    {
      name: 'between, 400 days',
      ask: (peer) => (start) => peer.between(start, start + 400 * 24 * hour),
      goal: 1_000_000,
    },
  ];
  return questions.map(({ name, ask, goal }) => {
    agree(name, ours, peers, ask);
    const own = rate(ask(ours));
    const rates = peers.map((peer) => ({ name: peer.name, rate: rate(ask(peer)) }));
    const fastest = rates.reduce((a, b) => (a.rate > b.rate ? a : b));
    return {
      name,
      ours: `${perSecond(own)}, ${ratio(own, fastest.rate)} the fastest peer`,
      beside: rates.map((peer) => `${peer.name} ${perSecond(peer.rate)}`).join(', '),
      goal: `≥ ${perSecond(goal)} and ≥ 100× the fastest peer`,
      met: own >= goal && own >= 100 * fastest.rate,
    };
  });
}

/** Speed counts only where the answers are the same. */
function agree(
  name: string,
  ours: Peer,
  peers: Peer[],
  ask: (peer: Peer) => (start: number) => number,
): void {
  for (const peer of peers) {
    for (const start of starts) {
      assert.equal(
        ask(peer)(start),
        ask(ours)(start),
        `${peer.name}, ${name}, from ${new Date(start).toISOString()}`,
      );
    }
  }
}

function rate(ask: (start: number) => number): number {
  return opsPerSecond((i) => ask(starts[i & 31]!));
}

function engine(): Peer {
  const def: CalendarDef = {
    id: 'office',
    zone: 'UTC',
    rules: [
      { rule: 'weekly', days: [0, 1, 2, 3, 4], spans: [[9 * hour, 17 * hour]], source: 0 },
      ...holidays.map((day) => ({ rule: 'closed' as const, from: day, until: day, source: 0 })),
    ],
    source: 0,
  };
  const [first, last] = [dayOfCivil(2025, 1, 1), dayOfCivil(2034, 12, 31)];
  const zone = loadZone({ name: 'UTC', offsets: [[Number.MIN_SAFE_INTEGER, 0]] }, first, last);
  const calendar = layOut(def, zone, first, last);
  return {
    name: 'slapolicy',
    addEightHours: (start) => addOpen(calendar, start, 8 * hour),
    between: (start, end) => openBetween(calendar, start, end),
  };
}

function momentPeer(): Peer {
  const moment = require('moment-business-time');
  moment.updateLocale('en', {
    holidays,
    workinghours: Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6].map((day) => [day, day % 6 === 0 ? null : ['09:00:00', '17:00:00']]),
    ),
  });
  return {
    name: 'moment-business-time',
    addEightHours: (start) => moment(start).addWorkingTime(8, 'hours').valueOf(),
    between: (start, end) => moment(end).workingDiff(moment(start)),
  };
}

function dayjsPeer(): Peer {
  const dayjs = require('dayjs');
  dayjs.extend(require('dayjs-business-time'));
  dayjs.setHolidays(holidays);
  return {
    name: 'dayjs-business-time',
    addEightHours: (start) => dayjs(start).addBusinessHours(8).valueOf(),
    between: (start, end) => dayjs(start).businessMinutesDiff(dayjs(end)) * 60_000,
  };
}

/** It has no addition: the openings are walked until the time is used up. */
function openingHoursPeer(): Peer {
  const OpeningHours = require('opening_hours');
  const closed = holidays.map((day) => `${day.slice(0, 4)} ${monthName(day)} ${day.slice(8)} off`).join('; ');
  const hours = new OpeningHours(`Mo-Fr 09:00-17:00; ${closed}`);
  return {
    name: 'opening_hours',
    addEightHours: (start) => {
      const iterator = hours.getIterator(new Date(start));
      let left = 8 * hour;
      let from = start;
      while (true) {
        const open: boolean = iterator.getState();
        iterator.advance();
        const until: number = iterator.getDate().getTime();
        if (open && left <= until - from) return from + left;
        if (open) left -= until - from;
        from = until;
      }
    },
    between: (start, end) => hours.getOpenDuration(new Date(start), new Date(end))[0],
  };
}

function monthName(day: string): string {
  return ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
    Number(day.slice(5, 7)) - 1
  ]!;
}
