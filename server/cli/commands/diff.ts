import { type Difference, differenceOf } from '../../analysis/difference/difference.ts';
import type { Policy } from '../../engine/policy.ts';
import type { Arguments, commands, Runner } from '../commands.ts';
import { compileForProof } from '../compileForProof.ts';
import { failUnusable } from '../failUnusable.ts';
import { differenceJson } from '../format/differenceJson.ts';
import { differenceText } from '../format/differenceText.ts';
import type { Io } from '../io.ts';
import { styleFor } from '../terminal/style.ts';

type Format = Arguments<typeof commands.diff>['options']['format'];

/** Compares two versions of a policy. */
export const run: Runner<'diff'> = async ({ operands: [old = '', fresh = ''], options }, io) => {
  if (old === '-' && fresh === '-') return failUnusable(io, 'Standard input cannot be both versions.');
  const before = await compileForProof(old, io);
  if (!before.ok) return failUnusable(io, ...before.messages);
  const after = await compileForProof(fresh, io);
  if (!after.ok) return failUnusable(io, ...after.messages);
  const difference = differenceOf(before.policy, after.policy);
  io.stdout.write(written[options.format](difference, before.policy, after.policy, io));
  return difference.benchmarks.every(({ change }) => change === 'same') ? 0 : 1;
};

const written: Readonly<
  Record<Format, (difference: Difference, old: Policy, fresh: Policy, io: Io) => string>
> = {
  json: (difference, old, fresh) => `${JSON.stringify(differenceJson(difference, old, fresh), null, 1)}\n`,
  text: (difference, old, fresh, io) => differenceText(difference, old, fresh, styleFor(io.stdout, io)),
};
