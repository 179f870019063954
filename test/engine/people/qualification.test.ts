import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { zoneDef } from '../../../server/compile/zones.ts';
import { standingsOf } from '../../../server/engine/people/qualification.ts';
import { parseDate } from '../../../server/engine/time/localDate.ts';
import { loadZone } from '../../../server/engine/time/zone.ts';
import { parseDuration } from '../../../server/engine/value/duration.ts';
import '../../support/properties.ts';

const [first, last] = [parseDate('2020-01-01')!, parseDate('2035-12-31')!];
const zone = loadZone(zoneDef('Australia/Sydney', first, last)!, first, last);

function standing(refreshed: string | undefined, since: (string | undefined)[], local: string) {
  const at = DateTime.fromISO(local, { zone: 'Australia/Sydney' }).toMillis();
  const duration = refreshed === undefined ? undefined : parseDuration(refreshed);
  const role = {
    id: 'agent',
    requires: [
      {
        what: 'certificate' as const,
        name: 'law',
        text: 'law',
        source: 0,
        ...(duration && { refreshed: duration }),
      },
    ],
    source: 0,
  };
  const holds = since.map((date) => ({
    what: 'certificate' as const,
    name: 'law',
    source: 0,
    ...(date !== undefined && { since: date }),
  }));
  const [found] = standingsOf({ holds }, role, at, () => ({ zone }));
  const until =
    found!.until === undefined
      ? ''
      : DateTime.fromMillis(found!.until, { zone: 'Australia/Sydney' }).toISODate();
  return `${found!.status} ${until}`.trim();
}

const cases: [
  what: string,
  refreshed: string | undefined,
  since: (string | undefined)[],
  at: string,
  expected: string,
][] = [
  [
    'counts from the first instant of its day',
    '12 months',
    ['2026-03-01'],
    '2026-03-01T00:00',
    'valid 2027-03-01',
  ],
  ['does not count before', '12 months', ['2026-03-01'], '2026-02-28T23:59:59.999', 'future 2027-03-01'],
  [
    'counts until the end of the day on which it runs out',
    '12 months',
    ['2026-03-01'],
    '2027-03-01T23:59:59.999',
    'valid 2027-03-01',
  ],
  ['has run out a millisecond later', '12 months', ['2026-03-01'], '2027-03-02T00:00', 'lapsed 2027-03-01'],
  [
    'runs out on the last day of a shorter month',
    '6 months',
    ['2026-08-31'],
    '2026-12-01T00:00',
    'valid 2027-02-28',
  ],
  [
    'that is of a leap day runs out on the 28th',
    '1 year',
    ['2028-02-29'],
    '2028-03-01T00:00',
    'valid 2029-02-28',
  ],
  ['counts days', '30 days', ['2026-09-20'], '2026-10-20T12:00', 'valid 2026-10-20'],
  ['never runs out where it need not be refreshed', undefined, ['2020-01-01'], '2035-01-01T00:00', 'valid'],
  ['is missing where nobody has it', '12 months', [], '2026-03-01T00:00', 'missing'],
  [
    'without a date counts, and nobody knows how long',
    '12 months',
    [undefined],
    '2026-03-01T00:00',
    'undated',
  ],
  [
    'without a date is well where it need not be refreshed',
    undefined,
    [undefined],
    '2026-03-01T00:00',
    'valid',
  ],
  [
    'that was refreshed counts on',
    '12 months',
    ['2025-03-01', '2026-02-20'],
    '2026-06-01T00:00',
    'valid 2027-02-20',
  ],
  [
    'that was refreshed late had run out in between',
    '12 months',
    ['2025-03-01', '2026-04-01'],
    '2026-03-15T00:00',
    'lapsed 2026-03-01',
  ],
  [
    'that comes twice is awaited first',
    '12 months',
    ['2026-05-01', '2026-04-01'],
    '2026-03-15T00:00',
    'future 2027-04-01',
  ],
];

describe('a certificate', () => {
  for (const [what, refreshed, since, at, expected] of cases)
    it(what, () => assert.equal(standing(refreshed, since, at), expected));

  it('counts from its day until its last, and on no other instant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: -40, max: 1200 }),
        fc.integer({ min: 0, max: 1439 }),
        (day, months, later, minute) => {
          const given = DateTime.fromISO('2021-01-01', { zone: 'utc' }).plus({ days: day });
          const until = given.plus({ months });
          const local = given.plus({ days: later });
          const at = `${local.toISODate()}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const wanted = local < given ? 'future' : local > until ? 'lapsed' : 'valid';
          assert.equal(standing(`${months} months`, [given.toISODate()!], at).split(' ')[0], wanted);
        },
      ),
      { numRuns: 200 },
    );
  });
});
