import { resolve } from 'node:path';
import type { Policy } from '../engine/policy.ts';
import type { Program } from '../model/program.ts';
import { checkPolicies } from './checkPolicies.ts';
import { compileIn } from './compileIn.ts';
import { problemsText } from './format/problemText.ts';
import { readStandardInput } from './input/readStandardInput.ts';
import { readText } from './input/readText.ts';
import type { Io } from './io.ts';
import { openPolicies } from './openPolicies.ts';
import { styleFor } from './terminal/style.ts';

export type ForProof =
  | { ok: true; policy: Policy; program: Program }
  /** Sentences; problems of the file are on standard error already. */
  | { ok: false; messages: string[] };

/**
 * Compiles a `.slapolicy` file for a proof about it, with the regulations `beside` it that it does not adopt. What has
 * been compiled already knows no regulations, and is refused.
 */
export async function compileForProof(
  operand: string,
  io: Io,
  beside: (program: Program) => readonly string[] = () => [],
): Promise<ForProof> {
  const read = operand === '-' ? await readStandardInput(io) : readText(resolve(io.cwd, operand));
  const name = operand === '-' ? 'Standard input' : operand;
  if (!read.ok) return failed(`${name} ${read.why}.`);
  if (read.text.trimStart().startsWith('{'))
    return failed(
      `${name} is a compiled policy, and a proof needs the .slapolicy file that it was made from.`,
    );
  const opened = await openPolicies([operand], io, read);
  if (typeof opened === 'string') return failed(opened);
  const { workspace, uris } = opened;
  const [uri] = uris;
  if (uri === undefined) return failed(...opened.unusable);
  const program = workspace.program(uri);
  const errors = (await checkPolicies(workspace, uris)).filter(({ severity }) => severity === 'error');
  const compile = await compileIn(workspace, uris, beside(program));
  const { policy, problems } = compile(program);
  if (errors.length === 0 && policy) return { ok: true, policy, program };
  const shown = errors.length > 0 ? errors : problems;
  if (shown.length === 0) return failed(`There is no policy in ${operand}, nor in what it imports.`);
  io.stderr.write(problemsText(shown, { ...opened, style: styleFor(io.stderr, io) }));
  return failed(`${operand} cannot be judged because of its errors.`);
}

function failed(...messages: string[]): ForProof {
  return { ok: false, messages };
}
