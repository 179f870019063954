import assert from 'node:assert/strict';
import { doubtOf, instantOf, timeOf } from '../../server/compile/instants.ts';

/** A local time, the instant it is, and what daylight saving does to it. */
const locals: [zone: string, date: string, time: string, instant: string, doubt?: 'skipped' | 'repeated'][] =
  [
    ['Australia/Sydney', '2026-12-24', '16:59', '2026-12-24T05:59:00.000Z'],
    ['Australia/Sydney', '2026-12-24', '16:59:30.250', '2026-12-24T05:59:30.250Z'],
    ['Australia/Sydney', '2026-12-24', '24:00', '2026-12-24T13:00:00.000Z'],
    ['Australia/Sydney', '2026-10-04', '01:59:59.999', '2026-10-03T15:59:59.999Z'],
    ['Australia/Sydney', '2026-10-04', '02:00', '2026-10-03T16:00:00.000Z', 'skipped'],
    ['Australia/Sydney', '2026-10-04', '02:30', '2026-10-03T16:30:00.000Z', 'skipped'],
    ['Australia/Sydney', '2026-10-04', '03:00', '2026-10-03T16:00:00.000Z'],
    ['Australia/Sydney', '2026-04-05', '01:59', '2026-04-04T14:59:00.000Z'],
    ['Australia/Sydney', '2026-04-05', '02:00', '2026-04-04T15:00:00.000Z', 'repeated'],
    ['Australia/Sydney', '2026-04-05', '02:59', '2026-04-04T15:59:00.000Z', 'repeated'],
    ['Australia/Sydney', '2026-04-05', '03:00', '2026-04-04T17:00:00.000Z'],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z', 'skipped'],
    ['Australia/Lord_Howe', '2026-10-04', '02:30', '2026-10-03T15:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z', 'repeated'],
    ['Australia/Lord_Howe', '2026-04-05', '01:15', '2026-04-04T14:15:00.000Z'],
    ['America/St_Johns', '2026-03-08', '02:30', '2026-03-08T06:00:00.000Z', 'skipped'],
    ['America/St_Johns', '2026-11-01', '01:30', '2026-11-01T04:00:00.000Z', 'repeated'],
    ['Pacific/Chatham', '2026-09-27', '03:00', '2026-09-26T14:15:00.000Z', 'skipped'],
    ['Pacific/Chatham', '2026-04-05', '03:00', '2026-04-04T13:15:00.000Z', 'repeated'],
    ['Africa/Casablanca', '2026-02-15', '02:30', '2026-02-15T01:30:00.000Z', 'repeated'],
    ['Africa/Casablanca', '2026-03-22', '02:30', '2026-03-22T02:30:00.000Z', 'skipped'],
    ['Pacific/Apia', '2011-12-29', '23:59', '2011-12-30T09:59:00.000Z'],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00:00.000Z', 'skipped'],
    ['Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01', '00:00', '2025-12-31T18:15:00.000Z'],
    // Midnight itself.
    ['America/Sao_Paulo', '2016-10-16', '00:00', '2016-10-16T03:00:00.000Z', 'skipped'],
    ['America/Sao_Paulo', '2016-10-16', '00:59', '2016-10-16T03:59:00.000Z', 'skipped'],
    ['America/Sao_Paulo', '2016-10-16', '01:00', '2016-10-16T03:00:00.000Z'],
    ['America/Sao_Paulo', '2016-02-20', '23:30', '2016-02-21T01:30:00.000Z', 'repeated'],
  ];

const place = { start: 0, end: 0 };

describe('instants', () => {
  for (const [zone, date, time, instant, doubt] of locals) {
    it(`${date} ${time} in ${zone} is ${instant}${doubt ? `, ${doubt}` : ''}`, () => {
      const at = instantOf({ kind: 'date-time', date, time, ...place }, zone);
      assert.equal(at === undefined ? undefined : new Date(at).toISOString(), instant);
      assert.equal(doubtOf(date, time, zone), doubt);
    });
  }

  it('takes an offset at its word', () => {
    const at = (value: string) => instantOf({ kind: 'instant', value, ...place }, 'Australia/Sydney');
    assert.equal(at('2026-04-05T02:30+10:00'), Date.UTC(2026, 3, 4, 16, 30));
    assert.equal(at('2026-04-05T02:30:15.5Z'), Date.UTC(2026, 3, 5, 2, 30, 15, 500));
  });

  it('takes a date as its first millisecond', () => {
    const at = instantOf({ kind: 'date', value: '2016-10-16', ...place }, 'America/Sao_Paulo');
    assert.equal(at, Date.UTC(2016, 9, 16, 3));
  });

  it('has no instant for a date that is none or a zone that is unknown', () => {
    assert.equal(instantOf({ kind: 'date', value: '2026-02-30', ...place }, 'UTC'), undefined);
    assert.equal(
      instantOf({ kind: 'date-time', date: '2026-13-01', time: '09:00', ...place }, 'UTC'),
      undefined,
    );
    assert.equal(instantOf({ kind: 'date', value: '2026-02-20', ...place }, 'Atlantis/Capital'), undefined);
    assert.equal(doubtOf('2026-02-30', '02:00', 'Australia/Sydney'), undefined);
  });

  it('reads times of day', () => {
    assert.equal(timeOf('24:00'), 86_400_000);
    assert.equal(timeOf('16:59:30.001'), 61_170_001);
  });
});
