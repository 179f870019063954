import type { AuditDef } from '../policy/quality.ts';
import type { Policy } from '../policy.ts';
import { type AuditCount, type AuditTally, addCount } from './auditTally.ts';
import { cutText, percentOf, satisfies, wantedOf } from './verdict.ts';
import { compareTexts } from './windowRows.ts';

export interface AuditSummary {
  standard: string;
  /** As written. */
  audits: string;
  /** The first day of its window. */
  window: string;
  replies: number;
  /** How many of them are audited. */
  sampled: number;
  passed: number;
  /** Of those audited, the ones of which nobody has said what they contain. */
  unseen: number;
  /** Of those audited, cut to hundredths. */
  percent: string;
  /** The replies that are audited only so that there are enough of them; the others say so themselves. */
  added: { ticket: string; event: string; occurrence: number }[];
  /** `open` as long as what has not been seen can still decide. */
  verdict: 'passed' | 'failed' | 'open';
}

/** By standard in the policy's order, then by window. */
export function auditSummaries(
  { standards }: Policy,
  counted: Readonly<Record<string, AuditTally>>,
): AuditSummary[] {
  return standards.flatMap(({ id, audits }) =>
    audits
      ? Object.keys(counted)
          .filter((key) => key.startsWith(`${id}|`))
          .sort(compareTexts)
          .map((key) => auditSummary(id, audits, key.slice(id.length + 1), counted[key]!))
      : [],
  );
}

function auditSummary(standard: string, audits: AuditDef, window: string, tally: AuditTally): AuditSummary {
  const enough = tally.drawn.replies >= Math.min(audits.atLeast, tally.replies);
  const sample = enough ? tally.drawn : lowestCount(tally);
  return {
    standard,
    audits: audits.text,
    window,
    replies: tally.replies,
    sampled: sample.replies,
    passed: sample.passed,
    unseen: sample.unseen,
    percent: cutText(percentOf(sample.passed, sample.replies)),
    // The lowest draws begin with all those that were drawn in any case.
    added: enough
      ? []
      : tally.lowest
          .slice(tally.drawn.replies)
          .map(({ ticket, event, occurrence }) => ({ ticket, event, occurrence })),
    verdict: verdictOf(audits, sample),
  };
}

function lowestCount({ lowest }: AuditTally): AuditCount {
  const count: AuditCount = { replies: 0, passed: 0, unseen: 0 };
  for (const { passed } of lowest) addCount(count, passed);
  return count;
}

function verdictOf({ pass }: AuditDef, { replies, passed, unseen }: AuditCount): AuditSummary['verdict'] {
  const reaches = (count: number) => satisfies('at least', percentOf(count, replies), wantedOf(pass));
  if (replies === 0) return 'open';
  if (reaches(passed)) return 'passed';
  return reaches(passed + unseen) ? 'open' : 'failed';
}
