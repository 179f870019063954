import type { Counting } from '../clock/ruler.ts';
import { rulerOf } from '../clock/ruler.ts';
import type { Duration } from '../policy.ts';
import { addMonths } from '../time/localDate.ts';
import { dayAt, type Instant } from '../time/zone.ts';
import type { ClaimGap, HeldSpans } from './remedyState.ts';

/** How far a clause may hold up a claim. */
export interface Cap {
  readonly duration: Duration;
  readonly per: 'all' | 'each';
}

/**
 * The spans in which a claim does not grow, ascending and disjoint; where several clauses hold, the first of them is the
 * cause. A capped pause ends where its cap is used up, counted as a clock counts from the claim's begin on.
 */
export function claimGaps(
  clauses: readonly HeldSpans[],
  caps: readonly (Cap | undefined)[],
  counting: Counting,
  reopened: readonly { begin: Instant; end: Instant | null }[],
): ClaimGap[] {
  const all: ClaimGap[] = reopened.map(({ begin, end }) => ({ begin, end, cause: 'reopened' }));
  clauses.forEach((clause, cause) => {
    const spans = heldSpans(clause);
    const cap = caps[cause];
    for (const span of cap ? capped(spans, cap, counting) : spans) all.push({ ...span, cause });
  });
  return all.length < 2 ? all : merged(all);
}

function heldSpans({ spans, since }: HeldSpans): { begin: Instant; end: Instant | null }[] {
  return since === null ? spans : [...spans, { begin: since, end: null }];
}

function capped(
  spans: readonly { begin: Instant; end: Instant | null }[],
  { duration, per }: Cap,
  counting: Counting,
): { begin: Instant; end: Instant | null }[] {
  const ruler = rulerOf(duration.measure, counting);
  const whole = (begin: Instant) => lengthFrom(begin, duration, counting);
  let left = spans.length > 0 ? whole(spans[0]!.begin) : 0;
  return spans.flatMap(({ begin, end }) => {
    if (per === 'each') left = whole(begin);
    if (left <= 0) return [];
    const from = ruler.position(begin);
    const full = ruler.instant(from + left);
    const last = ruler.inDays ? full + 1 : full;
    if (end === null || end > last) {
      left = 0;
      return [{ begin, end: last }];
    }
    left -= ruler.position(end) - from;
    return [{ begin, end }];
  });
}

/** A duration in what its ruler measures: months become days. */
function lengthFrom(begin: Instant, { measure, amount }: Duration, { zone }: Counting): number {
  if (measure !== 'months') return amount;
  const day = dayAt(zone, begin);
  return addMonths(day, amount) - day;
}

/** Cuts each span by those before it in the list. */
function merged(all: readonly ClaimGap[]): ClaimGap[] {
  const sorted = [...all].sort((a, b) => a.begin - b.begin);
  const result: ClaimGap[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const { begin, end, cause } of sorted) {
    const last = end ?? Number.POSITIVE_INFINITY;
    if (last <= reached) continue;
    result.push({ begin: Math.max(begin, reached), end, cause });
    reached = last;
  }
  return result;
}

/** The gap that an instant lies in. */
export function gapAt(gaps: readonly ClaimGap[], at: Instant): ClaimGap | undefined {
  return gaps.find(({ begin, end }) => begin <= at && (end === null || at < end));
}

/** Whether gaps leave nothing of [from, to). */
export function isCovered(gaps: readonly ClaimGap[], from: Instant, to: Instant): boolean {
  let at = from;
  for (const { begin, end } of gaps) {
    if (begin > at) return false;
    if (end === null) return true;
    at = Math.max(at, end);
    if (at >= to) return true;
  }
  return at >= to;
}
