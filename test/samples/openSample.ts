import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CompileResult, compile } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { loadEngine } from '../../server/engine/load.ts';
import type { Policy } from '../../server/engine/policy.ts';
import type { Engine } from '../../server/engine/simulation/engine.ts';
import type { Program } from '../../server/model/program.ts';
import { createWorkspace } from '../../server/model/workspace.ts';
import { samplePaths, sampleUri } from './samplePaths.ts';

/** A sample as it is judged and run. */
export interface Sample extends CompileResult {
  readonly policy: Policy;
  readonly engine: Engine;
}

const read = (uri: string): string | undefined => {
  const path = fileURLToPath(uri);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

/** All samples, so that a regulation is judged within a policy that imports it. */
export const sampleWorkspace = createWorkspace({ read });
for (const path of samplePaths) sampleWorkspace.program(sampleUri(path));

/** Compiles a program as the command line does. */
export async function compileSample(program: Program): Promise<CompileResult> {
  return compile(program, { holidays: await loadHolidays(), zoneData: process.versions.tz });
}

const opened = new Map<string, Promise<Sample>>();

/** Compiles and loads the policy of a sample, once. */
export function openSample(path: string): Promise<Sample> {
  let sample = opened.get(path);
  if (!sample) {
    sample = open(path);
    opened.set(path, sample);
  }
  return sample;
}

async function open(path: string): Promise<Sample> {
  const result = await compileSample(sampleWorkspace.program(sampleUri(path)));
  if (!result.policy)
    throw new Error(`${path} does not compile: ${result.problems.map(({ message }) => message).join(' ')}`);
  // Through JSON, as a service gets it.
  const policy = JSON.parse(JSON.stringify(result.policy)) as Policy;
  return { ...result, policy, engine: loadEngine(policy) };
}
