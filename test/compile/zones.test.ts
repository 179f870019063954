import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { isZone, zoneDef } from '../../server/compile/zones.ts';
import { dayLength, parseDate } from '../../server/engine/time/localDate.ts';

const hour = 3_600_000;

/** Changes from 1 January to 31 December: `[instant, offset in hours]`. */
const years: [zone: string, year: number, before: number, changes: [string, number][]][] = [
  [
    'Australia/Sydney',
    2026,
    11,
    [
      ['2026-04-04T16:00:00Z', 10],
      ['2026-10-03T16:00:00Z', 11],
    ],
  ],
  [
    'Australia/Lord_Howe',
    2026,
    11,
    [
      ['2026-04-04T15:00:00Z', 10.5],
      ['2026-10-03T15:30:00Z', 11],
    ],
  ],
  [
    'America/St_Johns',
    2026,
    -3.5,
    [
      ['2026-03-08T05:30:00Z', -2.5],
      ['2026-11-01T04:30:00Z', -3.5],
    ],
  ],
  [
    'Pacific/Chatham',
    2026,
    13.75,
    [
      ['2026-04-04T14:00:00Z', 12.75],
      ['2026-09-26T14:00:00Z', 13.75],
    ],
  ],
  // Summer time all year but for Ramadan.
  [
    'Africa/Casablanca',
    2026,
    1,
    [
      ['2026-02-15T02:00:00Z', 0],
      ['2026-03-22T02:00:00Z', 1],
    ],
  ],
  // From one side of the date line to the other: 30 December never was.
  [
    'Pacific/Apia',
    2011,
    -10,
    [
      ['2011-04-02T14:00:00Z', -11],
      ['2011-09-24T14:00:00Z', -10],
      ['2011-12-30T10:00:00Z', 14],
    ],
  ],
  ['Asia/Kathmandu', 2026, 5.75, []],
  ['Asia/Kathmandu', 1986, 5.5, [['1985-12-31T18:30:00Z', 5.75]]],
  // Summer time began at midnight.
  [
    'America/Sao_Paulo',
    2016,
    -2,
    [
      ['2016-02-21T02:00:00Z', -3],
      ['2016-10-16T03:00:00Z', -2],
    ],
  ],
  // Two changes within a week.
  [
    'America/Recife',
    2000,
    -2,
    [
      ['2000-02-27T02:00:00Z', -3],
      ['2000-10-08T03:00:00Z', -2],
      ['2000-10-15T02:00:00Z', -3],
    ],
  ],
  ['UTC', 2026, 0, []],
];

describe('zones', () => {
  for (const [name, year, before, changes] of years) {
    it(`knows the offset changes of ${name} in ${year}`, () => {
      const def = zoneDef(name, parseDate(`${year}-01-01`)!, parseDate(`${year}-12-31`)!);
      assert.deepEqual(
        def?.offsets.slice(1).map(([at, offset]) => [new Date(at).toISOString(), offset / hour]),
        changes.map(([at, offset]) => [at.replace('Z', '.000Z'), offset]),
      );
      assert.equal(def?.offsets[0]?.[1], before * hour);
    });
  }

  it('begins before the first instant of the first day', () => {
    for (const [name, year] of years) {
      const first = parseDate(`${year}-01-01`)!;
      const def = zoneDef(name, first, first + 30)!;
      assert.ok(def.offsets[0]![0] < first * dayLength - 24 * hour);
    }
  });

  it('agrees with another reader of the same data at any millisecond', () => {
    const names = [
      ...new Set(years.map(([name]) => name)),
      'Africa/Cairo',
      'Asia/Gaza',
      'Europe/Dublin',
      'Antarctica/Troll',
    ];
    const instant = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2049, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...names), instant, (name, at) => {
        const day = Math.floor(at / dayLength);
        const def = zoneDef(name, day - 40, day + 40)!;
        const offset = def.offsets.filter(([change]) => change <= at).at(-1)![1];
        assert.equal(offset / 60_000, IANAZone.create(name).offset(at));
        for (const [change, after] of def.offsets.slice(1)) {
          assert.equal(IANAZone.create(name).offset(change), after / 60_000);
          assert.notEqual(IANAZone.create(name).offset(change - 1), after / 60_000);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer however the years are asked for', () => {
    const long = zoneDef('Africa/Casablanca', parseDate('2020-01-01')!, parseDate('2030-12-31')!)!;
    const short = zoneDef('Africa/Casablanca', parseDate('2026-02-15')!, parseDate('2026-02-15')!)!;
    assert.ok(long.offsets.some(([at]) => at === short.offsets[1]![0]));
    assert.equal(short.offsets.length, 2);
  });

  it('does not know what is no zone', () => {
    for (const name of ['Atlantis/Capital', '+01:00', '', 'Sydney']) assert.equal(isZone(name), false, name);
    assert.equal(zoneDef('Atlantis/Capital', 0, 1), undefined);
    assert.equal(isZone('Asia/Kathmandu'), true);
  });
});
