import type { Engine } from '../../engine/simulation/engine.ts';
import type { Rendered } from './render.ts';
import type { Format, SimulationSetup } from './setup.ts';
import { simulationText } from './simulationText.ts';
import type { SimulationSummary } from './summarizeSimulation.ts';

/** How rendered tickets follow one another in one output. */
export interface Writer {
  begin: string;
  /** Given in order. */
  ticket(rendered: Rendered): string;
  end(summary: SimulationSummary): string;
}

export function writerOf(format: Format, setup: SimulationSetup, versions: readonly Engine[]): Writer {
  return writers[format](setup, versions);
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
      end: (summary) => `\n${simulationText(versions, summary, settings)}`,
    };
  },
};

function textOf(rendered: Rendered): string {
  return typeof rendered === 'string' ? rendered : rendered.text;
}
