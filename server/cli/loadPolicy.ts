import { resolve } from 'node:path';
import { load } from '../engine/load.ts';
import type { Policy } from '../engine/policy.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { readStandardInput } from './input/readStandardInput.ts';
import { readText } from './input/readText.ts';
import type { Io } from './io.ts';
import type { RanScenario } from './runScenarios.ts';

export type LoadedPolicy =
  | { ok: true; engine: Engine; policy: Policy; runScenarios(): Promise<RanScenario[]> }
  /** Sentences; empty where the problems have been shown already. */
  | { ok: false; messages: string[] };

const mostShown = 20;

/**
 * Loads a policy ready to run: a `.slapolicy` file, which is compiled, or compiled JSON, which has no scenarios and is
 * validated. Problems of a `.slapolicy` file are shown on standard error.
 */
export async function loadPolicy(operand: string, io: Io): Promise<LoadedPolicy> {
  const read = operand === '-' ? await readStandardInput(io) : readText(resolve(io.cwd, operand));
  const name = operand === '-' ? 'Standard input' : operand;
  if (!read.ok) return failed(`${name} ${read.why}.`);
  if (read.text.trimStart().startsWith('{')) return loadJson(name, read.text);
  // Compiled JSON needs neither parser nor checks, so they are loaded for sources only.
  const { loadSource } = await import('./loadSource.ts');
  return loadSource(operand, read, io);
}

function loadJson(name: string, text: string): LoadedPolicy {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed(`${name} is not JSON.`);
  }
  const loaded = load(json);
  if (loaded.ok)
    return { ok: true, engine: loaded.engine, policy: loaded.engine.policy, runScenarios: async () => [] };
  const { problems } = loaded;
  const more = problems.length > mostShown ? [`And ${problems.length - mostShown} more.`] : [];
  return failed(
    `${name} is not a compiled policy.`,
    ...problems.slice(0, mostShown).map(({ path, message }) => `${path === '' ? '' : `${path}: `}${message}`),
    ...more,
  );
}

function failed(...messages: string[]): LoadedPolicy {
  return { ok: false, messages };
}
