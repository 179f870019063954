import type { CompileResult } from '../compile/compile.ts';
import type { Answer } from '../protocol.ts';

/** The compiled policy as JSON text, ready to be written to a file. */
export function exportPolicy({ policy, problems }: CompileResult): Answer {
  if (!policy) return { ok: false, message: whyNot(problems) };
  return { ok: true, name: `${policy.id}.json`, text: `${JSON.stringify(policy, null, 1)}\n` };
}

/** Why there is no compiled policy, in a sentence. */
export function whyNot(problems: CompileResult['problems']): string {
  const error = problems.find(({ severity }) => severity === 'error');
  if (!error) return 'There is no policy in this file, nor one that imports it.';
  return `The policy cannot be run because of its errors. ${error.message}`;
}
