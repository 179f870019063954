import { statuses } from '../outcome.ts';
import { mergeAudit } from './auditTally.ts';
import { mergeBreaches } from './breachTally.ts';
import { addCapped, mergeClaims } from './claimTally.ts';
import { mergeMetric } from './metricTally.ts';
import { addPending, readPending } from './pendingRuns.ts';
import { addStatus, dayOf, settle, type Tally, verdictsOf } from './tally.ts';

/**
 * The tally of both; neither is changed. Associative and commutative. Both are of one policy, run as of the same instant
 * or each ticket as of its own.
 */
export function merge(a: Tally, b: Tally): Tally {
  const merged = structuredClone(a);
  merged.tickets += b.tickets;
  if (b.latest !== null && (merged.latest === null || b.latest > merged.latest)) merged.latest = b.latest;
  for (const [id, counts] of Object.entries(b.runs))
    for (const status of statuses) if (counts[status]) addStatus(merged, id, status, counts[status]);
  for (const [key, from] of Object.entries(b.attainments)) {
    const into = merged.attainments[key];
    if (!into) merged.attainments[key] = structuredClone(from);
    else {
      into.assessed += from.assessed;
      for (let i = 0; i < from.attained.length; i++) into.attained[i]! += from.attained[i]!;
    }
  }
  for (const [key, runs] of Object.entries(b.pending))
    addPending(merged.pending, key, readPending(key)[0], runs);
  for (const [day, from] of Object.entries(b.days)) {
    dayOf(merged, day).began += from.began;
    for (const [benchmark, [met, breached]] of Object.entries(from.verdicts)) {
      const into = verdictsOf(merged, day, benchmark);
      into[0] += met;
      into[1] += breached;
    }
  }
  for (const [key, from] of Object.entries(b.metrics)) mergeMetric(merged.metrics, key, from);
  for (const [key, from] of Object.entries(b.audits)) mergeAudit(merged.audits, key, from);
  for (const [key, from] of Object.entries(b.claims)) mergeClaims(merged.claims, key, from);
  for (const [key, from] of Object.entries(b.capped)) addCapped(merged.capped, key, from);
  for (const [key, from] of Object.entries(b.breaches)) mergeBreaches(merged.breaches, key, from);
  for (const [rule, count] of Object.entries(b.findings))
    merged.findings[rule] = (merged.findings[rule] ?? 0) + count;
  settle(merged, merged.latest);
  return merged;
}
