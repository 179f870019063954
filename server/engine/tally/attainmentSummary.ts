import type { AttainDef, BenchmarkDef, Policy } from '../policy.ts';
import { calculate, type Fraction } from '../value/fraction.ts';
import type { AttainmentTally } from './tally.ts';
import { cutText, percentOf, satisfies, type Verdict, wantedOf } from './verdict.ts';
import { windowRows, withPrevious } from './windowRows.ts';

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
  verdict: Verdict;
}

export interface LevelSummary {
  wanted: string;
  attained: number;
  /** Cut to hundredths, for reading only; the verdict compares fractions. */
  percent: string;
  /** Percent points since the window before, cut alike; absent in the first. */
  change?: string;
}

/** By benchmark and clause in the policy's order, then by window and group. */
export function attainmentSummaries(
  policy: Policy,
  counted: Readonly<Record<string, AttainmentTally>>,
): AttainmentSummary[] {
  return attainmentRows(policy, counted).map(
    ({ benchmark, attain, window, group, counts, shares, before, verdict }) => ({
      benchmark: benchmark.id,
      attain: attain.text,
      ...(window !== '' && { window }),
      ...(attain.per !== undefined && { group }),
      assessed: counts.assessed,
      levels: attain.levels.map((_, i) => levelSummary(attain, i, counts, shares, before)),
      verdict,
    }),
  );
}

export interface AttainmentRow {
  benchmark: BenchmarkDef;
  attain: AttainDef;
  window: string;
  group: string;
  counts: AttainmentTally;
  /** By level: percent points, exactly; and those of the window before. */
  shares: Fraction[];
  before: Fraction[] | undefined;
  verdict: Verdict;
}

/** The same with exact shares. */
export function attainmentRows(
  { benchmarks }: Policy,
  counted: Readonly<Record<string, AttainmentTally>>,
): AttainmentRow[] {
  const rows = windowRows(counted);
  return benchmarks.flatMap((benchmark) =>
    benchmark.attain.flatMap((attain, clause) =>
      withPrevious(rows.filter((row) => row.id === benchmark.id && row.clause === clause)).map(
        ({ row: { window, group, counts }, previous }) => ({
          benchmark,
          attain,
          window,
          group,
          counts,
          shares: sharesOf(attain, counts),
          before: previous && sharesOf(attain, previous.counts),
          verdict: verdictOf(attain, counts),
        }),
      ),
    ),
  );
}

function sharesOf({ levels }: AttainDef, { assessed, attained }: AttainmentTally): Fraction[] {
  return levels.map((_, i) => percentOf(attained[i] ?? 0, assessed));
}

function levelSummary(
  { levels }: AttainDef,
  index: number,
  { attained }: AttainmentTally,
  shares: readonly Fraction[],
  before: readonly Fraction[] | undefined,
): LevelSummary {
  const level = levels[index]!;
  const share = shares[index]!;
  return {
    wanted: `${level.operator} ${level.percent}%${level.in ? ` in ${level.in.text}` : ''}`,
    attained: attained[index] ?? 0,
    percent: cutText(share),
    ...(before && { change: cutText(calculate('-', share, before[index]!)!) }),
  };
}

function verdictOf(attain: AttainDef, { assessed, attained }: AttainmentTally): Verdict {
  if (assessed === 0 || assessed < (attain.over ?? 0)) return 'too few';
  const all = attain.levels.every((level, i) =>
    satisfies(level.operator, percentOf(attained[i] ?? 0, assessed), wantedOf(level.percent)),
  );
  return all ? 'attained' : 'missed';
}
