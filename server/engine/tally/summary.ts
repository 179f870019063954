import type { Status } from '../outcome.ts';
import { statuses } from '../outcome.ts';
import type { Engine } from '../simulation/engine.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { type AttainmentSummary, attainmentSummaries } from './attainmentSummary.ts';
import { type AuditSummary, auditSummaries } from './auditSummary.ts';
import { countClaim } from './claimTally.ts';
import { type MetricSummary, metricSummaries } from './metricSummary.ts';
import { readPending } from './pendingRuns.ts';
import { type RemedySummary, remedySummaries } from './remedySummary.ts';
import { repetitions } from './repetitions.ts';
import { type ReportSummary, reportSummaries } from './reportSummary.ts';
import { shortfalls } from './shortfalls.ts';
import { addStatus, settle, type Tally } from './tally.ts';
import type { TriggeredRemedy } from './triggered.ts';

/** What a run over many tickets comes to, as of one instant. Keys come in this order. */
export interface Summary {
  asOf: string | null;
  policy: string;
  version: string;
  tickets: number;
  benchmarks: BenchmarkSummary[];
  attainments: AttainmentSummary[];
  /** These only where the policy has such declarations. */
  metrics?: MetricSummary[];
  audits?: AuditSummary[];
  /** What is owed together. */
  remedies?: RemedySummary[];
  /** Remedies that came due because of many tickets: repetitions, and windows that fell short. */
  triggered?: Omit<TriggeredRemedy, 'caps'>[];
  reports?: ReportSummary[];
  findings: { rule: string; count: number }[];
}

export type BenchmarkSummary = { id: string; runs: number } & Record<Status, number>;

/**
 * `asOf` is by default the instant as of which the tickets were run, else the latest of them; runs that have fallen due
 * by then are breached.
 */
export function summarize(engine: Engine, counted: Tally, asOf?: Instant): Summary {
  const { policy } = engine;
  const at = asOf ?? counted.asOf ?? counted.latest;
  const state = structuredClone(counted);
  settle(state, at);
  for (const [key, runs] of Object.entries(state.pending))
    addStatus(state, readPending(key)[1], 'running', runs);
  const due = [...repetitions(engine, state.breaches), ...shortfalls(engine, state, at)];
  for (const claim of due) countClaim(state.claims, state.capped, claim);
  return {
    asOf: at === null ? null : formatInstant(engine.zone, at),
    policy: policy.id,
    version: policy.version,
    tickets: state.tickets,
    benchmarks: policy.benchmarks.map(({ id }) => benchmarkSummary(id, state)),
    attainments: attainmentSummaries(policy, state.attainments),
    ...(policy.metrics.length > 0 && { metrics: metricSummaries(engine, state.metrics) }),
    ...(policy.standards.some(({ audits }) => audits) && { audits: auditSummaries(policy, state.audits) }),
    ...(policy.remedies.length > 0 && {
      remedies: remedySummaries(policy, state.claims, state.capped),
      triggered: due.map(({ caps: _, ...shown }) => shown),
    }),
    ...(policy.reports.length > 0 && { reports: reportSummaries(engine, state.days, at) }),
    findings: findingsOf(state),
  };
}

/** Those of the tickets, and what the tally itself could not keep. */
function findingsOf({ findings, breaches }: Tally): Summary['findings'] {
  const dropped = Object.values(breaches).reduce((sum, each) => sum + each.dropped, 0);
  const all: Record<string, number> = {
    ...findings,
    ...(dropped > 0 && { 'tally/breaches-left-out': dropped }),
  };
  return Object.keys(all)
    .sort()
    .map((rule) => ({ rule, count: all[rule]! }));
}

function benchmarkSummary(id: string, { runs: byBenchmark }: Tally): BenchmarkSummary {
  const counts = Object.hasOwn(byBenchmark, id) ? byBenchmark[id]! : {};
  const byStatus = Object.fromEntries(statuses.map((status) => [status, counts[status] ?? 0])) as Record<
    Status,
    number
  >;
  const runs = statuses.reduce((sum, status) => sum + byStatus[status], 0);
  return { id, runs, ...byStatus };
}
