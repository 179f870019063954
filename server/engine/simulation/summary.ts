import type { Assessed, Status } from '../outcome.ts';
import { statuses } from '../outcome.ts';
import type { AttainDef } from '../policy.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { compareFractions, parseDecimal } from '../value/fraction.ts';
import type { Engine } from './engine.ts';
import { type AttainmentTally, countAssessed, type Tally } from './tally.ts';

/** What a run over many tickets comes to, as of one instant. Keys come in this order. */
export interface Summary {
  asOf: string | null;
  policy: string;
  version: string;
  tickets: number;
  benchmarks: BenchmarkSummary[];
  attainments: AttainmentSummary[];
  findings: { rule: string; count: number }[];
}

export type BenchmarkSummary = { id: string; runs: number } & Record<Status, number>;

export interface AttainmentSummary {
  benchmark: string;
  /** As written. */
  attain: string;
  /** The first day of its window. */
  window?: string;
  group?: string;
  /** Met and breached runs. */
  assessed: number;
  levels: LevelSummary[];
  verdict: 'attained' | 'missed' | 'too few';
}

export interface LevelSummary {
  wanted: string;
  attained: number;
  /** Rounded down to hundredths, for reading only; the verdict compares fractions. */
  percent: string;
}

/** `asOf` is by default the latest instant of the tickets; runs that have fallen due by then are breached. */
export function summarize(engine: Engine, counted: Tally, asOf?: Instant): Summary {
  const at = asOf ?? counted.latest;
  const state = structuredClone(counted);
  settlePending(state, at);
  return {
    asOf: at === null ? null : formatInstant(engine.zone, at),
    policy: engine.policy.id,
    version: engine.policy.version,
    tickets: state.tickets,
    benchmarks: engine.policy.benchmarks.map(({ id }) => benchmarkSummary(id, state)),
    attainments: attainmentSummaries(engine, state),
    findings: Object.keys(state.findings)
      .sort()
      .map((rule) => ({ rule, count: state.findings[rule]! })),
  };
}

function settlePending(state: Tally, at: Instant | null): void {
  for (const [key, count] of Object.entries(state.pending)) {
    const [due, benchmark, assessed] = JSON.parse(key) as [number, string, Assessed[]];
    const breached = at !== null && due <= at;
    const status = breached ? 'breached' : 'running';
    const runs = state.runs[benchmark] ?? {};
    state.runs[benchmark] = runs;
    runs[status] = (runs[status] ?? 0) + count;
    if (breached) for (const clause of assessed) countAssessed(state, benchmark, clause, count);
  }
}

function benchmarkSummary(id: string, state: Tally): BenchmarkSummary {
  const counts = state.runs[id] ?? {};
  const byStatus = Object.fromEntries(statuses.map((status) => [status, counts[status] ?? 0])) as Record<
    Status,
    number
  >;
  const runs = statuses.reduce((sum, status) => sum + byStatus[status], 0);
  return { id, runs, ...byStatus };
}

function attainmentSummaries(engine: Engine, state: Tally): AttainmentSummary[] {
  const rows = Object.entries(state.attainments).map(([key, counts]) => {
    const [benchmark, clause, window, group] = JSON.parse(key) as [
      string,
      number,
      string | null,
      string | null,
    ];
    return { benchmark, clause, window, group, counts };
  });
  return engine.policy.benchmarks.flatMap((benchmark) =>
    benchmark.attain.flatMap((attain, clause) =>
      rows
        .filter((row) => row.benchmark === benchmark.id && row.clause === clause)
        .sort((a, b) => compareTexts(a.window, b.window) || compareTexts(a.group, b.group))
        .map(({ window, group, counts }) => ({
          benchmark: benchmark.id,
          attain: attain.text,
          ...(window !== null && { window }),
          ...(group !== null && { group }),
          assessed: counts.assessed,
          levels: attain.levels.map((level, i) => ({
            wanted: `${level.operator} ${level.percent}%${level.in ? ` in ${level.in.text}` : ''}`,
            attained: counts.attained[i] ?? 0,
            percent: percentText(counts.attained[i] ?? 0, counts.assessed),
          })),
          verdict: verdictOf(attain, counts),
        })),
    ),
  );
}

function verdictOf(attain: AttainDef, { assessed, attained }: AttainmentTally): AttainmentSummary['verdict'] {
  if (assessed === 0 || assessed < (attain.over ?? 0)) return 'too few';
  const all = attain.levels.every((level, i) => {
    const share = { n: BigInt(attained[i] ?? 0) * 100n, d: BigInt(assessed) };
    const wanted = parseDecimal(level.percent) ?? { n: 100n, d: 1n };
    return satisfies(level.operator, compareFractions(share, wanted));
  });
  return all ? 'attained' : 'missed';
}

function satisfies(operator: AttainDef['levels'][number]['operator'], order: number): boolean {
  switch (operator) {
    case 'at least':
      return order >= 0;
    case 'at most':
      return order <= 0;
    case 'more than':
      return order > 0;
    case 'less than':
      return order < 0;
  }
}

/** Cut, not rounded, so that 89.999 % never reads as 90. */
function percentText(part: number, whole: number): string {
  if (whole === 0) return '0.00';
  const hundredths = Math.floor((part * 10_000) / whole);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

function compareTexts(a: string | null, b: string | null): number {
  const left = a ?? '';
  const right = b ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
}
