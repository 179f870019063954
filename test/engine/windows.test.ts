import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WindowDef } from '../../server/engine/policy.ts';
import { firstDayOfWindow, lastDayOfWindow } from '../../server/engine/simulation/windows.ts';
import { formatDate, parseDate } from '../../server/engine/time/localDate.ts';
import '../support/properties.ts';

describe('a window', () => {
  const july = { month: 7, day: 1 };
  const last = { month: 1, day: 31 };
  const cases: [WindowDef, string, string, string][] = [
    [{ unit: 'day' }, '2028-02-29', '2028-02-29', '2028-02-29'],
    [{ unit: 'week' }, '2026-01-01', '2025-12-29', '2026-01-04'],
    [{ unit: 'month' }, '2028-02-29', '2028-02-01', '2028-02-29'],
    [{ unit: 'quarter' }, '2026-12-31', '2026-10-01', '2026-12-31'],
    [{ unit: 'half-year', starting: { month: 2, day: 1 } }, '2026-01-15', '2025-08-01', '2026-01-31'],
    [{ unit: 'half-year', starting: { month: 2, day: 1 } }, '2026-02-01', '2026-02-01', '2026-07-31'],
    [{ unit: 'year', starting: july }, '2026-06-30', '2025-07-01', '2026-06-30'],
    [{ unit: 'year', starting: { month: 2, day: 29 } }, '2027-03-01', '2027-02-28', '2028-02-28'],
    // Where a month has no such day, its last.
    [{ unit: 'month', starting: last }, '2026-02-15', '2026-01-31', '2026-02-27'],
    [{ unit: 'month', starting: last }, '2026-02-28', '2026-02-28', '2026-03-30'],
    [{ unit: 'quarter', starting: { month: 2, day: 15 } }, '2026-05-14', '2026-02-15', '2026-05-14'],
  ];
  for (const [window, day, first, until] of cases)
    it(`${JSON.stringify(window)} of ${day} is ${first} to ${until}`, () => {
      const found = firstDayOfWindow(window, parseDate(day)!);
      assert.deepEqual([formatDate(found), formatDate(lastDayOfWindow(window, found))], [first, until]);
    });

  it('ends on the day before the next one begins, and holds each of its days', () => {
    const units = fc.constantFrom<WindowDef['unit']>('day', 'week', 'month', 'quarter', 'half-year', 'year');
    const starts = fc.option(
      fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(units, starts, fc.integer({ min: 10_000, max: 30_000 }), (unit, starting, day) => {
        const window = { unit, ...(starting && { starting }) };
        const first = firstDayOfWindow(window, day);
        const last = lastDayOfWindow(window, first);
        assert.ok(first <= day && day <= last);
        assert.equal(firstDayOfWindow(window, first), first);
        assert.equal(firstDayOfWindow(window, last), first);
        assert.equal(firstDayOfWindow(window, last + 1), last + 1);
      }),
    );
  });
});
