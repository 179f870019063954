import assert from 'node:assert/strict';
import type { Case } from './case.ts';
import { differences } from './differences.ts';
import { policyOf, ticketOf } from './policyOf.ts';

/** Fails with the case as a compiled policy and a ticket, to be kept and run again. */
export function assertAgreement(one: Case): void {
  const found = differences(one);
  if (found.length === 0) return;
  const shown = [
    ...found,
    `policy: ${JSON.stringify(policyOf(one))}`,
    `ticket: ${JSON.stringify(ticketOf(one))}`,
    `as of: ${new Date(one.asOf).toISOString()}`,
  ];
  assert.fail(shown.join('\n'));
}
