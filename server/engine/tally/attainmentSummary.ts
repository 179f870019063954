import type { AttainDef, Policy } from '../policy.ts';
import { calculate } from '../value/fraction.ts';
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
  { benchmarks }: Policy,
  counted: Readonly<Record<string, AttainmentTally>>,
): AttainmentSummary[] {
  const rows = windowRows(counted);
  return benchmarks.flatMap((benchmark) =>
    benchmark.attain.flatMap((attain, clause) =>
      withPrevious(rows.filter((row) => row.id === benchmark.id && row.clause === clause)).map(
        ({ row: { window, group, counts }, previous }) => ({
          benchmark: benchmark.id,
          attain: attain.text,
          ...(window !== '' && { window }),
          ...(attain.per !== undefined && { group }),
          assessed: counts.assessed,
          levels: attain.levels.map((_, i) => levelSummary(attain, i, counts, previous?.counts)),
          verdict: verdictOf(attain, counts),
        }),
      ),
    ),
  );
}

function levelSummary(
  { levels }: AttainDef,
  index: number,
  { assessed, attained }: AttainmentTally,
  previous: AttainmentTally | undefined,
): LevelSummary {
  const level = levels[index]!;
  const share = percentOf(attained[index] ?? 0, assessed);
  const before = previous && percentOf(previous.attained[index] ?? 0, previous.assessed);
  return {
    wanted: `${level.operator} ${level.percent}%${level.in ? ` in ${level.in.text}` : ''}`,
    attained: attained[index] ?? 0,
    percent: cutText(share),
    ...(before && { change: cutText(calculate('-', share, before)!) }),
  };
}

function verdictOf(attain: AttainDef, { assessed, attained }: AttainmentTally): Verdict {
  if (assessed === 0 || assessed < (attain.over ?? 0)) return 'too few';
  const all = attain.levels.every((level, i) =>
    satisfies(level.operator, percentOf(attained[i] ?? 0, assessed), wantedOf(level.percent)),
  );
  return all ? 'attained' : 'missed';
}
