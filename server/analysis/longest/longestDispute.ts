import type { DisputeDef, StepDef } from '../../engine/policy/dispute.ts';
import type { Duration, Measure } from '../../engine/policy.ts';

/** The longest way of a dispute to an end by its deadlines alone. */
export interface LongestDispute {
  /** Steps in order, with the longest of their deadlines. */
  readonly steps: readonly { readonly step: string; readonly within: Duration }[];
  /** So much of each measure in all. */
  readonly total: Readonly<Partial<Record<Measure, number>>>;
}

/**
 * Undefined where a dispute can last for ever: a step without a deadline, one that stays when it is overdue, or steps
 * that lead back. Of two ways the one with more days is longer; business days count for more than days of the week.
 */
export function longestDispute({ steps }: DisputeDef): LongestDispute | undefined {
  const first = steps[0];
  const path = first && longestFrom(first, steps, []);
  if (!path) return undefined;
  const total: Partial<Record<Measure, number>> = {};
  for (const { within } of path) total[within.measure] = (total[within.measure] ?? 0) + within.amount;
  return { steps: path, total };
}

type Path = { readonly step: string; readonly within: Duration }[];

function longestFrom(step: StepDef, steps: readonly StepDef[], seen: readonly StepDef[]): Path | undefined {
  if (seen.includes(step)) return undefined;
  const within = longestOf(step);
  const overdue = step.transitions.filter(({ on }) => on === 'overdue');
  if (!within || !overdue.some(({ when }) => !when)) return undefined;
  let longest: Path = [];
  for (const { to } of step.transitions) {
    const next = 'step' in to ? steps[to.step] : undefined;
    if (!next) continue;
    const rest = longestFrom(next, steps, [...seen, step]);
    if (!rest) return undefined;
    if (daysOf(rest) > daysOf(longest)) longest = rest;
  }
  return [{ step: step.id, within }, ...longest];
}

/** The longest of a step's rows, where all of them are counts. */
function longestOf({ rows }: StepDef): Duration | undefined {
  const durations = rows.map(({ target }) => (target.kind === 'count' ? target.duration : undefined));
  if (durations.length === 0 || durations.includes(undefined)) return undefined;
  return durations.reduce((a, b) => (a && b && inDays(b) > inDays(a) ? b : a));
}

function daysOf(path: Path): number {
  return path.reduce((sum, { within }) => sum + inDays(within), 0);
}

/** About so many days: only to tell which of two is longer. */
function inDays({ measure, amount }: Duration): number {
  return amount * daysPer[measure];
}

const daysPer: Readonly<Record<Measure, number>> = {
  elapsed: 1 / 86_400_000,
  open: 3 / 86_400_000,
  days: 1,
  'business-days': 1.4,
  months: 30.4,
};
