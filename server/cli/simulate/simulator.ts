import type { Engine } from '../../engine/simulation/engine.ts';
import { merge } from '../../engine/tally/merge.ts';
import { emptyTally, type Tally, tally } from '../../engine/tally/tally.ts';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import { runTicket } from '../runTicket.ts';
import { isDamage } from '../ticketFindings.ts';
import { type Rendered, rendererOf } from './render.ts';
import type { SimulationSetup } from './setup.ts';

/** Runs one ticket after another and counts them. */
export interface Simulator {
  take(item: RawTicket | Damage): Rendered;
  counts: SimulationCounts;
}

/** What some tickets come to; plain data. */
export interface SimulationCounts {
  /** By version. */
  tallies: Tally[];
  /** What could not be run under any version, by rule. */
  leftOut: Record<string, number>;
  /** Whether something could not be read or run. */
  damaged: boolean;
}

export function createSimulator(versions: readonly Engine[], setup: SimulationSetup): Simulator {
  const { asOf, reasons, format } = setup;
  const renderer = rendererOf(setup);
  const options = { ...(asOf !== undefined && { asOf }), reasons: reasons || format === 'text' };
  const tallyOf = new Map(versions.map((version) => [version, emptyTally(asOf)]));
  const counts: SimulationCounts = { tallies: [...tallyOf.values()], leftOut: {}, damaged: false };
  const leaveOut = (damage: Damage, raw?: RawTicket): string => {
    counts.damaged = true;
    counts.leftOut[damage.rule] = (counts.leftOut[damage.rule] ?? 0) + 1;
    return renderer.damage(damage, raw);
  };
  return {
    counts,
    take: (item) => {
      if (item.kind === 'damage') return leaveOut(item);
      const ran = runTicket(versions, item, options);
      if (ran.kind === 'damage') return leaveOut(ran, item);
      const { version, json, outcome } = ran;
      if (outcome.findings.some(isDamage)) counts.damaged = true;
      tally(version, tallyOf.get(version)!, outcome);
      return renderer.outcome(version, json, outcome, item);
    },
  };
}

/** What all of them come to. */
export function mergeCounts([first, ...others]: readonly SimulationCounts[]): SimulationCounts {
  const merged = structuredClone(first!);
  for (const { tallies, leftOut, damaged } of others) {
    merged.tallies = merged.tallies.map((each, i) => merge(each, tallies[i]!));
    for (const [rule, count] of Object.entries(leftOut)) {
      merged.leftOut[rule] = (merged.leftOut[rule] ?? 0) + count;
    }
    merged.damaged ||= damaged;
  }
  return merged;
}
