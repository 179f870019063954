import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { loadEngine } from '../../../server/engine/load.ts';
import type { Outcome } from '../../../server/engine/outcome.ts';
import { simulate } from '../../../server/engine/simulation/simulate.ts';
import { emptyTally, type Tally, tally } from '../../../server/engine/tally/tally.ts';
import { compileText } from '../../compile/compileText.ts';

/** A policy with everything that spans tickets. */
export const desk = loadEngine(
  compileText(readFileSync(new URL('everything.slapolicy', import.meta.url), 'utf8')).policy!,
);

const day = 86_400_000;
const began = Date.parse('2026-01-01T00:00:00Z');

interface Case {
  begins: number;
  acknowledged: number | null;
  resolved: number | null;
  score: number | null;
  escalated: boolean;
  complete: boolean | null;
  region: string;
  account: string | null;
  fee: number | null;
}

const cases = fc.record<Case>({
  begins: fc.integer({ min: 0, max: 200 * 24 }),
  acknowledged: fc.option(fc.integer({ min: 1, max: 48 })),
  resolved: fc.option(fc.integer({ min: 2, max: 200 })),
  score: fc.option(fc.integer({ min: 0, max: 12 })),
  escalated: fc.boolean(),
  complete: fc.option(fc.boolean()),
  region: fc.constantFrom('east', 'west'),
  account: fc.option(fc.constantFrom('A', 'B')),
  fee: fc.option(fc.integer({ min: 0, max: 99_99 })),
});

/** What becomes of some tickets; `asOf` for all of them, or each as of its last event. */
export function outcomes(atMost: number, asOf?: number): fc.Arbitrary<Outcome[]> {
  return fc
    .array(cases, { maxLength: atMost })
    .map((list) =>
      list.map((each, i) =>
        simulate(desk, ticketOf(each, i), { ...(asOf !== undefined && { asOf: began + asOf * day }) }),
      ),
    );
}

export function instantOfDay(number: number): number {
  return began + number * day;
}

export function tallied(list: readonly Outcome[], asOf?: number): Tally {
  const state = emptyTally(asOf === undefined ? undefined : instantOfDay(asOf));
  for (const outcome of list) tally(desk, state, outcome);
  return state;
}

function ticketOf(each: Case, number: number): object {
  const at = (hours: number) => new Date(began + (each.begins + hours) * 3_600_000).toISOString();
  const contains = each.complete === null ? {} : { contains: each.complete ? ['case-reference'] : [] };
  const events = [
    [0, { is: 'received' }],
    [each.acknowledged, { is: 'acknowledged', ...contains }],
    [each.escalated ? 3 : null, { is: 'escalated' }],
    [each.resolved, { is: 'resolved', ...contains }],
    [each.score === null ? null : 201, { is: 'survey-answered', score: each.score }],
  ] as const;
  return {
    id: `T-${number}`,
    fields: {
      region: each.region,
      ...(each.account !== null && { account: each.account }),
      ...(each.fee !== null && { fee: `${(each.fee / 100).toFixed(2)} AUD` }),
    },
    events: events
      .flatMap(([hours, entry]) => (hours === null ? [] : [{ at: at(hours), hours, ...entry }]))
      .sort((a, b) => a.hours - b.hours)
      .map(({ hours: _, ...entry }) => entry),
  };
}
