import { resolve } from 'node:path';
import type { Policy } from '../../engine/policy.ts';
import type { Arguments, commands, Runner } from '../commands.ts';
import { failUnusable } from '../failUnusable.ts';
import { writeText } from '../input/writeText.ts';
import { loadPolicy } from '../loadPolicy.ts';
import { createOutput } from '../output.ts';

type Target = Arguments<typeof commands.export>['options']['target'];

/** What a compiled policy can be written as; help lists the same names. */
const targets: Readonly<Record<Target, (policy: Policy) => string>> = {
  json: (policy) => `${JSON.stringify(policy, null, 1)}\n`,
};

/** Writes a compiled policy. */
export const run: Runner<'export'> = async ({ operands: [operand = ''], options }, io) => {
  const loaded = await loadPolicy(operand, io);
  if (!loaded.ok) return failUnusable(io, ...loaded.messages);
  const text = targets[options.target](loaded.policy);
  if (options.out === undefined || options.out === '-') {
    const output = createOutput(io.stdout);
    await output.write(text);
    await output.flush();
    return 0;
  }
  const written = writeText(resolve(io.cwd, options.out), text);
  return written.ok ? 0 : failUnusable(io, `${options.out} ${written.why}.`);
};
