import type { Engine } from '../../engine/simulation/engine.ts';
import { findingsTable } from '../../report/summaryTables.ts';
import { summaryText, tableLines } from '../format/summaryText.ts';
import { counted } from '../terminal/counted.ts';
import { type StyleSettings, styleOf } from '../terminal/style.ts';
import type { SimulationSummary } from './summarizeSimulation.ts';

/** What the tickets of a file come to, for the terminal; of several versions each for itself. */
export function simulationText(
  versions: readonly Engine[],
  summary: SimulationSummary,
  settings: StyleSettings,
): string {
  const style = styleOf(settings);
  if (!('versions' in summary)) return summaryText(versions[0]!, summary, style);
  const all = `${counted(summary.tickets, 'ticket')} under ${counted(versions.length, 'version')} of ${summary.policy}`;
  const parts = summary.versions.map(
    (each, i) =>
      `${style.paint(`Version ${each.version}`, 'bold')}\n${summaryText(versions[i]!, each, style)}`,
  );
  const findings =
    summary.findings.length > 0 ? `\n${tableLines(findingsTable(summary.findings), style).join('\n')}\n` : '';
  return `${style.paint(all, 'bold')}\n${findings}\n${parts.join('\n')}`;
}
