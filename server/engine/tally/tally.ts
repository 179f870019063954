import type { Assessed, BenchmarkOutcome, Outcome, RepetitionOutcome, Status } from '../outcome.ts';
import type { Engine } from '../simulation/engine.ts';
import { parseInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { type AuditTally, countReply } from './auditTally.ts';
import { addBreach, type BreachTally } from './breachTally.ts';
import { type CappedClaims, type Claims, countClaim } from './claimTally.ts';
import { entry } from './entry.ts';
import { countAnswer, type MetricTally } from './metricTally.ts';
import { addPending, type PendingRun, type PendingRuns, takeDue } from './pendingRuns.ts';
import { planOf, type TallyPlan } from './plan.ts';

/**
 * What spans tickets, as plain JSON: counts by declaration and window. Merging is associative and commutative, so a
 * million tickets tallied in any split give the same. Its size grows with windows, groups and runs that are still open,
 * not with tickets.
 */
export interface Tally {
  tickets: number;
  /** The instant as of which every ticket was run; null where each was run as of its own last event. */
  asOf: Instant | null;
  /** The latest instant any ticket was seen at. */
  latest: Instant | null;
  /** By benchmark and status. */
  runs: Record<string, Partial<Record<Status, number>>>;
  /** By `benchmark|clause|window|group`. */
  attainments: Record<string, AttainmentTally>;
  /** Runs that fall due after the latest instant; once it has passed that, they are breached. */
  pending: PendingRuns;
  /** By local day, where something is to be reported. */
  days: Record<string, DayTally>;
  /** By `metric|target|window|group`. */
  metrics: Record<string, MetricTally>;
  /** By `standard|window`. */
  audits: Record<string, AuditTally>;
  /** What is owed, by `remedy|currency`, and what of it the caps of windows apply to. */
  claims: Claims;
  capped: CappedClaims;
  /** By `remedy|group`, for those that come due when breaches repeat. */
  breaches: Record<string, BreachTally>;
  /** By rule. */
  findings: Record<string, number>;
}

export interface AttainmentTally {
  assessed: number;
  /** By level. */
  attained: number[];
}

export interface DayTally {
  /** Tickets that began. */
  began: number;
  /** Verdicts by benchmark: met, breached. */
  verdicts: Record<string, [met: number, breached: number]>;
}

/** A tally of nothing. `asOf` is that of the tickets to come, where all of them are run as of one instant. */
export function emptyTally(asOf?: Instant): Tally {
  return {
    tickets: 0,
    asOf: asOf ?? null,
    latest: null,
    runs: {},
    attainments: {},
    pending: {},
    days: {},
    metrics: {},
    audits: {},
    claims: {},
    capped: {},
    breaches: {},
    findings: {},
  };
}

/** Adds a ticket's outcome, in place. */
export function tally(engine: Engine, state: Tally, outcome: Outcome): Tally {
  const plan = planOf(engine);
  state.tickets++;
  const asOf = instantOf(outcome.asOf);
  if (asOf !== null && (state.latest === null || asOf > state.latest)) state.latest = asOf;
  for (const benchmark of outcome.benchmarks) countRun(plan, state, benchmark, outcome.repetitions);
  if (outcome.began !== undefined && plan.reports) dayOf(state, outcome.began.slice(0, 10)).began++;
  if (outcome.metrics) for (const answer of outcome.metrics) countAnswer(plan, state.metrics, answer);
  if (outcome.standards)
    for (const reply of outcome.standards) countReply(plan, state.audits, outcome.ticket, reply);
  if (outcome.remedies)
    // Of many tickets together they come due in the summary, which counts this ticket's with the others.
    for (const claim of outcome.remedies)
      if (!plan.repeated.has(claim.id)) countClaim(state.claims, state.capped, claim);
  if (outcome.repetitions) for (const each of outcome.repetitions) countBreaches(state, each);
  for (const { rule } of outcome.findings) state.findings[rule] = (state.findings[rule] ?? 0) + 1;
  settle(state, state.latest);
  return state;
}

/** Counts as breached what has fallen due up to an instant, in place. */
export function settle(state: Tally, until: Instant | null): void {
  if (until === null || state.asOf !== null) return;
  takeDue(state.pending, until, ([due, benchmark, day, assessed, repeats], runs) => {
    addStatus(state, benchmark, 'breached', runs);
    for (const clause of assessed) countAssessed(state, benchmark, clause, runs);
    if (day !== '') verdictsOf(state, day, benchmark)[1] += runs;
    for (const key of repeats) addBreach(state.breaches, key, due, runs);
  });
}

export function addStatus(state: Tally, benchmark: string, status: Status, runs: number): void {
  const counts = entry(state.runs, benchmark, () => ({}) as Partial<Record<Status, number>>);
  counts[status] = (counts[status] ?? 0) + runs;
}

export function dayOf(state: Tally, day: string): DayTally {
  return entry(state.days, day, () => ({ began: 0, verdicts: {} }));
}

export function verdictsOf(state: Tally, day: string, benchmark: string): [number, number] {
  return entry(dayOf(state, day).verdicts, benchmark, (): [number, number] => [0, 0]);
}

/** Cases in which the field is unset have nothing in common. */
function countBreaches(state: Tally, { remedy, group, breaches }: RepetitionOutcome): void {
  if (group === 'unset') return;
  for (const breach of breaches) {
    const at = instantOf(breach);
    if (at !== null) addBreach(state.breaches, `${remedy}|${group ?? ''}`, at);
  }
}

function countRun(
  plan: TallyPlan,
  state: Tally,
  run: BenchmarkOutcome,
  repetitions: readonly RepetitionOutcome[] | undefined,
): void {
  const { id, status, due } = run;
  if (status === 'running' && state.asOf === null && due) {
    const at = instantOf(due);
    if (at !== null) {
      const pending: PendingRun = [
        at,
        id,
        plan.reports ? due.slice(0, 10) : '',
        run.assessed ?? [],
        repeatsOf(plan, id, repetitions),
      ];
      addPending(state.pending, JSON.stringify(pending), at, 1);
      return;
    }
  }
  addStatus(state, id, status, 1);
  if (status !== 'met' && status !== 'breached') return;
  if (run.assessed) for (const assessed of run.assessed) countAssessed(state, id, assessed, 1);
  if (!plan.reports) return;
  const at = status === 'met' ? run.stopped : run.breachedAt;
  if (at !== undefined) verdictsOf(state, at.slice(0, 10), id)[status === 'met' ? 0 : 1]++;
}

function countAssessed(state: Tally, benchmark: string, assessed: Assessed, runs: number): void {
  const { clause, window, group, levels } = assessed;
  const key = `${benchmark}|${clause}|${window ?? ''}|${group ?? ''}`;
  const into = entry(state.attainments, key, () => ({ assessed: 0, attained: levels.map(() => 0) }));
  into.assessed += runs;
  for (let i = 0; i < levels.length; i++) if (levels[i]) into.attained[i]! += runs;
}

/** The keys under which a run counts as a breach once it is one. */
function repeatsOf(
  { repeated }: TallyPlan,
  benchmark: string,
  repetitions: readonly RepetitionOutcome[] | undefined,
): string[] {
  return (repetitions ?? [])
    .filter(({ remedy, group }) => repeated.get(remedy) === benchmark && group !== 'unset')
    .map(({ remedy, group }) => `${remedy}|${group ?? ''}`);
}

/** Texts in outcomes carry their offsets. */
function instantOf(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined) return null;
  const parsed = parseInstant(text);
  return parsed.ok ? parsed.at : null;
}
