import { load } from '../engine/load.ts';
import { checkPolicies } from './checkPolicies.ts';
import { compileIn } from './compileIn.ts';
import { problemsText } from './format/problemText.ts';
import type { ReadText } from './input/readText.ts';
import type { Io } from './io.ts';
import type { LoadedPolicy } from './loadPolicy.ts';
import { openPolicies } from './openPolicies.ts';
import { type RanScenario, runScenarios } from './runScenarios.ts';
import { scenarioFiles } from './scenarioFiles.ts';
import { styleFor } from './terminal/style.ts';

/** Compiles a `.slapolicy` file; its problems are shown on standard error. */
export async function loadSource(operand: string, read: ReadText, io: Io): Promise<LoadedPolicy> {
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
