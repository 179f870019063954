import type { Engine } from '../../engine/simulation/engine.ts';
import { findingsTable } from '../../report/summaryTables.ts';
import { summaryText, tableLines } from '../format/summaryText.ts';
import { counted } from '../terminal/counted.ts';
import { styleOf } from '../terminal/style.ts';
import type { Rendered } from './render.ts';
import type { Format, SimulationSetup } from './setup.ts';
import type { SimulationSummary } from './summarizeSimulation.ts';

/** How rendered tickets follow one another in one output. */
export interface Writer {
  begin: string;
  /** Given in order. */
  ticket(rendered: Rendered): string;
  end(summary: SimulationSummary): string;
}

export function writerOf(setup: SimulationSetup, versions: readonly Engine[]): Writer {
  return writers[setup.format](setup, versions);
}

const writers: Readonly<Record<Format, (setup: SimulationSetup, versions: readonly Engine[]) => Writer>> = {
  ndjson: () => ({
    begin: '',
    ticket: textOf,
    end: (summary) => `${JSON.stringify({ summary })}\n`,
  }),
  json: () => ({
    begin: '{"outcomes":[\n',
    ticket: textOf,
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  }),
  text: ({ style: settings }, versions) => {
    const style = styleOf(settings);
    const said = new Set<string>();
    const isNew = (once: string | undefined): boolean => {
      if (once === undefined) return true;
      if (said.has(once)) return false;
      said.add(once);
      return true;
    };
    return {
      begin: '',
      ticket: (rendered) => {
        if (typeof rendered === 'string') return rendered;
        const lines = rendered.findings.filter(({ once }) => isNew(once)).flatMap((each) => each.lines);
        return `${rendered.text}${lines.length > 0 ? `\n${lines.join('\n')}\n` : ''}`;
      },
      end: (summary) => {
        if (!('versions' in summary)) return `\n${summaryText(versions[0]!, summary, style)}`;
        const all = `${counted(summary.tickets, 'ticket')} under ${counted(versions.length, 'version')} of ${summary.policy}`;
        const parts = summary.versions.map(
          (each, i) =>
            `${style.paint(`Version ${each.version}`, 'bold')}\n${summaryText(versions[i]!, each, style)}`,
        );
        const findings =
          summary.findings.length > 0
            ? `\n${tableLines(findingsTable(summary.findings), style).join('\n')}\n`
            : '';
        return `\n${style.paint(all, 'bold')}\n${findings}\n${parts.join('\n')}`;
      },
    };
  },
};

function textOf(rendered: Rendered): string {
  return typeof rendered === 'string' ? rendered : rendered.text;
}
