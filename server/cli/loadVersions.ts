import type { Engine } from '../engine/simulation/engine.ts';
import { compareVersions, inOrder, type VersionProblem } from '../engine/versions.ts';
import type { Io } from './io.ts';
import { loadPolicy } from './loadPolicy.ts';
import { visible } from './terminal/visible.ts';

export type LoadedVersions =
  /** By the instant from which they are in force. */
  | { ok: true; versions: Engine[] }
  /** Sentences; empty where the problems have been shown already. */
  | { ok: false; messages: string[] };

/** Loads versions of a policy that are given together. What is doubtful about their dates is told on standard error. */
export async function loadVersions(operands: readonly string[], io: Io): Promise<LoadedVersions> {
  if (operands.filter((operand) => operand === '-').length > 1)
    return { ok: false, messages: ['Standard input cannot be two policies.'] };
  const versions: Engine[] = [];
  for (const operand of operands) {
    const loaded = await loadPolicy(operand, io);
    if (!loaded.ok) return loaded;
    versions.push(loaded.engine);
  }
  const problems = compareVersions(versions);
  const errors = problems.filter(({ severity }) => severity === 'error').map(told);
  if (errors.length > 0) return { ok: false, messages: errors };
  for (const problem of problems) io.stderr.write(`slapolicy: warning: ${visible(told(problem))}\n`);
  return { ok: true, versions: inOrder(versions) };
}

function told({ message, rule }: VersionProblem): string {
  return `${message} (${rule})`;
}
