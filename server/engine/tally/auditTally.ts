import type { StandardOutcome } from '../outcome.ts';
import { isDrawn } from '../value/draw.ts';
import { entry } from './entry.ts';
import type { TallyPlan } from './plan.ts';
import { wantedOf } from './verdict.ts';
import { compareTexts } from './windowRows.ts';

/**
 * The replies of one window. The sample is those whose draw is low enough; where these are fewer than the least sample,
 * the replies with the lowest draws, which are kept by name.
 */
export interface AuditTally {
  replies: number;
  drawn: AuditCount;
  /** In ascending order. */
  lowest: DrawnReply[];
  /** How many of `lowest` are kept. */
  atLeast: number;
}

export interface AuditCount {
  replies: number;
  /** Of them, those that contain all they must. */
  passed: number;
  /** Those of which nobody said what they contain. */
  unseen: number;
}

export interface DrawnReply {
  draw: string;
  ticket: string;
  event: string;
  occurrence: number;
  /** Null while nobody said what it contains. */
  passed: boolean | null;
}

export function countReply(
  { audits }: TallyPlan,
  tallies: Record<string, AuditTally>,
  ticket: string,
  { id, event, occurrence, status, audit }: StandardOutcome,
): void {
  const def = audits.get(id);
  if (!def || !audit) return;
  const { atLeast } = def;
  const into = entry(tallies, `${id}|${audit.window}`, () => emptyAudit(atLeast));
  into.replies++;
  const passed = status === 'not-stated' ? null : status === 'met';
  if (isDrawn(audit.draw, wantedOf(def.share))) addCount(into.drawn, passed);
  keepLowest(into, { draw: audit.draw, ticket, event, occurrence, passed });
}

/** Adds the tally of one window, in place. */
export function mergeAudit(tallies: Record<string, AuditTally>, key: string, from: AuditTally): void {
  const into = entry(tallies, key, () => emptyAudit(from.atLeast));
  into.replies += from.replies;
  into.drawn.replies += from.drawn.replies;
  into.drawn.passed += from.drawn.passed;
  into.drawn.unseen += from.drawn.unseen;
  for (const reply of from.lowest) keepLowest(into, reply);
}

export function addCount(count: AuditCount, passed: boolean | null): void {
  count.replies++;
  if (passed === null) count.unseen++;
  else if (passed) count.passed++;
}

function emptyAudit(atLeast: number): AuditTally {
  return { replies: 0, drawn: { replies: 0, passed: 0, unseen: 0 }, lowest: [], atLeast };
}

function keepLowest({ lowest, atLeast }: AuditTally, reply: DrawnReply): void {
  let at = lowest.length;
  while (at > 0 && order(reply, lowest[at - 1]!) < 0) at--;
  if (at >= atLeast) return;
  lowest.splice(at, 0, { ...reply });
  if (lowest.length > atLeast) lowest.pop();
}

/** By draw; where draws are the same, by name, so that the sample never depends on the order of tickets. */
function order(a: DrawnReply, b: DrawnReply): number {
  return (
    compareTexts(a.draw, b.draw) ||
    compareTexts(a.ticket, b.ticket) ||
    compareTexts(a.event, b.event) ||
    a.occurrence - b.occurrence
  );
}
