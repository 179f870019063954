import type { Outcome } from '../../engine/outcome.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { damageText, findingLines } from '../format/findingText.ts';
import { ticketText } from '../format/ticketText.ts';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import { styleOf } from '../terminal/style.ts';
import { damageFinding } from '../ticketFindings.ts';
import type { SimulationSetup } from './setup.ts';

/** A ticket as it is written. Where findings are told once for all tickets, whoever writes leaves the others out. */
export type Rendered = string | { text: string; findings: RenderedFinding[] };

export interface RenderedFinding {
  lines: string[];
  /** What is the same for every ticket, and said once. */
  once?: string;
}

/** What stands between two tickets. */
export const separators: Readonly<Record<SimulationSetup['format'], string>> = {
  text: '\n',
  json: ',\n',
  ndjson: '',
  none: '',
};

export interface Renderer {
  outcome(engine: Engine, json: unknown, outcome: Outcome, raw: RawTicket): Rendered;
  /** What could not be read as a ticket at all; `raw` is its text where there is one. */
  damage(damage: Damage, raw?: RawTicket): string;
}

/** How one ticket is written, whatever comes before and after it. */
export function rendererOf(setup: SimulationSetup): Renderer {
  return renderers[setup.format](setup);
}

const renderers: Readonly<Record<SimulationSetup['format'], (setup: SimulationSetup) => Renderer>> = {
  none: () => ({ outcome: () => '', damage: () => '' }),
  ndjson: () => ({
    outcome: (_engine, _json, outcome) => `${JSON.stringify(outcome)}\n`,
    damage: (damage) => `${JSON.stringify({ finding: damageFinding(damage) })}\n`,
  }),
  json: () => ({
    outcome: (_engine, _json, outcome) => JSON.stringify(outcome),
    damage: (damage) => JSON.stringify({ finding: damageFinding(damage) }),
  }),
  text: ({ name, reasons, style: settings }) => {
    const style = styleOf(settings);
    return {
      outcome: (engine, json, outcome, raw) => ({
        text: ticketText(engine, json, outcome, { style, reasons }),
        findings: outcome.findings.map((finding) => ({
          lines: findingLines([finding], name, raw, style),
          ...(finding.line === undefined && { once: finding.message }),
        })),
      }),
      damage: (damage, raw) => damageText(damage, name, raw, style),
    };
  },
};
