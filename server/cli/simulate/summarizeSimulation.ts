import type { Engine } from '../../engine/simulation/engine.ts';
import { type Summary, summarize } from '../../engine/tally/summary.ts';
import { formatInstant } from '../../engine/time/iso.ts';
import type { Instant } from '../../engine/time/zone.ts';
import type { SimulationCounts } from './simulator.ts';

/** Of one policy what its tickets come to; of several versions the same for each, because each promised for itself. */
export type SimulationSummary = Summary | VersionsSummary;

/** Keys come in this order. */
export interface VersionsSummary {
  asOf: string | null;
  policy: string;
  tickets: number;
  /** What could not be run under any version. */
  findings: { rule: string; count: number }[];
  versions: Summary[];
}

/** `asOf` is by default the latest instant of all tickets, whichever version governs them. */
export function summarizeSimulation(
  versions: readonly Engine[],
  { tallies, leftOut }: SimulationCounts,
  asOf?: Instant,
): SimulationSummary {
  const [only] = versions;
  if (versions.length === 1) {
    const findings = { ...tallies[0]!.findings };
    for (const [rule, count] of Object.entries(leftOut)) findings[rule] = (findings[rule] ?? 0) + count;
    return summarize(only!, { ...tallies[0]!, findings }, asOf);
  }
  const latest = Math.max(...tallies.map((each) => each.latest ?? Number.NEGATIVE_INFINITY));
  const at = asOf ?? (Number.isFinite(latest) ? latest : undefined);
  const newest = versions[versions.length - 1]!;
  return {
    asOf: at === undefined ? null : formatInstant(newest.zone, at),
    policy: newest.policy.id,
    tickets: tallies.reduce((sum, { tickets }) => sum + tickets, 0),
    findings: Object.keys(leftOut)
      .sort()
      .map((rule) => ({ rule, count: leftOut[rule]! })),
    versions: versions.map((version, i) => summarize(version, tallies[i]!, at)),
  };
}
