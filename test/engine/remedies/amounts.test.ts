import assert from 'node:assert/strict';
import fc from 'fast-check';
import '../../support/properties.ts';
import { loadEngine } from '../../../server/engine/load.ts';
import { beginTicket } from '../../../server/engine/simulation/beginTicket.ts';
import { readTicket } from '../../../server/engine/simulation/readTicket.ts';
import { owedAt } from '../../../server/engine/simulation/remedy/owedAt.ts';
import { simulate } from '../../../server/engine/simulation/simulate.ts';
import { type Input, step } from '../../../server/engine/simulation/step.ts';
import { compileText } from '../../compile/compileText.ts';
import { type Case, expectedAmount, iso, policyText, ticketOf } from './independent.ts';

const day = 86_400_000;
const minute = 60_000;

const currencies = ['JPY', 'AUD', 'KWD', 'CLF'] as const;

const cases: fc.Arbitrary<Case> = fc.record({
  currency: fc.constantFrom(...currencies),
  unit: fc.constantFrom('day', 'business day', 'week', '3 days', '24 hours', '5 hours'),
  rounding: fc.constantFrom(undefined, 'full', 'started'),
  fromDayAfter: fc.boolean(),
  withStopDay: fc.boolean(),
  first: fc.option(fc.integer({ min: 1, max: 9 })),
  amounts: fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999 })),
  fee: fc.integer({ min: 0, max: 999_999 }),
  divisor: fc.integer({ min: 1, max: 365 }),
  within: fc.integer({ min: 0, max: 4 }),
  start: fc.integer({ min: 0, max: 2 * 24 * 60 }),
  stop: fc.option(fc.integer({ min: 0, max: 40 * 24 * 60 })),
  asOf: fc.integer({ min: 0, max: 40 * 24 * 60 }),
  pauses: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 40 * 24 * 60 }), fc.integer({ min: 1, max: 5 * 24 * 60 })),
    { maxLength: 3 },
  ),
  feeChange: fc.option(
    fc.tuple(fc.integer({ min: 0, max: 40 * 24 * 60 }), fc.integer({ min: 0, max: 999_999 })),
  ),
  deducts: fc.option(fc.integer({ min: 0, max: 50_000 })),
  cap: fc.option(fc.integer({ min: 0, max: 500_000 })),
});

describe('what is owed agrees with a calculation that shares no code', () => {
  it('in every currency, by every unit, with pauses, changes, deductions and caps', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { policy, problems } = compileText(policyText(c));
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'error'),
          [],
        );
        const outcome = simulate(loadEngine(policy!), ticketOf(c), {
          asOf: Date.parse(iso(c.asOf * minute)),
        });
        const owed = outcome.remedies?.find(({ id }) => id === 'late');
        assert.equal(owed?.amount, expectedAmount(c), JSON.stringify(c));
      }),
      { numRuns: 120 },
    );
  });
});

describe('a claim that explains itself', () => {
  it('adds up to what it paid, day by day', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { policy } = compileText(policyText({ ...c, unit: 'day', rounding: undefined }));
        const ticket = ticketOf(c);
        const asOf = Date.parse(iso(c.asOf * minute));
        const { remedies = [] } = simulate(loadEngine(policy!), ticket, { asOf, reasons: true });
        const [claim] = remedies;
        if (!claim) return;
        const paid = claim.because!.filter(({ why }) => why === 'paid');
        const days = paid.reduce((sum, reason) => sum + (reason.days ?? 0), 0);
        const listed = claim.because!.filter(({ why, day: one, from }) => why === 'skipped' && (one || from));
        const skipped = listed.reduce((sum, reason) => sum + (reason.days ?? 1), 0);
        const first = Date.parse(claim.at.slice(0, 10));
        const end = claim.ended ?? new Date(asOf).toISOString();
        const all = (Date.parse(end.slice(0, 10)) - first) / day + 1;
        assert.equal(days + skipped, all, JSON.stringify(c));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a claim that is kept between events', () => {
  it('is the same, however often the state was stored and woken', () => {
    const wakes = fc.array(fc.integer({ min: 0, max: 42 * 24 * 60 }), { maxLength: 4 });
    fc.assert(
      fc.property(cases, wakes, (c, woken) => {
        const engine = loadEngine(compileText(policyText(c)).policy!);
        const asOf = Date.parse(iso(c.asOf * minute));
        const whole = simulate(engine, ticketOf(c), { asOf, reasons: true });
        const { id, fields, entries } = readTicket(engine, ticketOf(c));
        const inputs: Input[] = [
          ...entries,
          ...woken.map((at): Input => ({ kind: 'wake', at: Date.parse(iso(at * minute)) })),
        ];
        let state = beginTicket(engine, id, fields);
        for (const input of inputs.sort((a, b) => a.at - b.at)) {
          if (input.at > asOf) break;
          state = JSON.parse(JSON.stringify(step(engine, state, input).state));
        }
        assert.deepEqual(owedAt(engine, state, asOf), whole.remedies);
      }),
      { numRuns: 60 },
    );
  });
});
