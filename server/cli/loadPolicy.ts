import { resolve } from 'node:path';
import { load } from '../engine/load.ts';
import type { Policy } from '../engine/policy.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { checkPolicies } from './checkPolicies.ts';
import { compileIn } from './compileIn.ts';
import { problemsText } from './format/problemText.ts';
import { readStandardInput } from './input/readStandardInput.ts';
import { type ReadText, readText } from './input/readText.ts';
import type { Io } from './io.ts';
import { openPolicies } from './openPolicies.ts';
import { type RanScenario, runScenarios } from './runScenarios.ts';
import { scenarioFiles } from './scenarioFiles.ts';
import { styleFor } from './terminal/style.ts';

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
  return read.text.trimStart().startsWith('{') ? loadJson(name, read.text) : loadSource(operand, read, io);
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

async function loadSource(operand: string, read: ReadText, io: Io): Promise<LoadedPolicy> {
  const opened = await openPolicies([operand], io, read);
  if (typeof opened === 'string') return failed(opened);
  const { workspace, uris } = opened;
  const [uri] = uris;
  if (uri === undefined) return failed(...opened.unusable);
  const errors = (await checkPolicies(workspace, uris)).filter(({ severity }) => severity === 'error');
  const compile = await compileIn(workspace, uris);
  const { policy, problems } = compile(workspace.program(uri));
  if (errors.length === 0 && policy) {
    const loaded = load(policy);
    if (loaded.ok) {
      const own = (ran: RanScenario): boolean => ran.engine.policy.id === policy.id;
      return {
        ok: true,
        engine: loaded.engine,
        policy,
        runScenarios: async () => (await runScenarios(workspace, scenarioFiles(workspace, uris))).filter(own),
      };
    }
  }
  const shown = errors.length > 0 ? errors : problems;
  if (shown.length === 0) return failed(`There is no policy in ${operand}, nor in what it imports.`);
  io.stderr.write(problemsText(shown, { ...opened, style: styleFor(io.stderr, io) }));
  return failed(`${operand} cannot be run because of its errors.`);
}

function failed(...messages: string[]): LoadedPolicy {
  return { ok: false, messages };
}
