import { conform } from '../../analysis/conformance/conform.ts';
import type { Conformance } from '../../analysis/conformance/conformance.ts';
import type { Policy } from '../../engine/policy.ts';
import type { Program } from '../../model/program.ts';
import type { Arguments, commands, Runner } from '../commands.ts';
import { compileForProof } from '../compileForProof.ts';
import { failUnusable } from '../failUnusable.ts';
import { conformanceJson } from '../format/conformanceJson.ts';
import { conformanceText } from '../format/conformanceText.ts';
import type { Io } from '../io.ts';
import { styleFor } from '../terminal/style.ts';

type Format = Arguments<typeof commands.conform>['options']['format'];

/** Proves a policy against regulations. */
export const run: Runner<'conform'> = async ({ operands: [operand = ''], options }, io) => {
  const asked = (program: Program) => (options.to === undefined ? claimedBy(program) : [options.to]);
  const compiled = await compileForProof(operand, io, asked);
  if (!compiled.ok) return failUnusable(io, ...compiled.messages);
  const { policy, program } = compiled;
  const regulations = asked(program);
  const unknown = regulations.find((name) => !program.lookup('regulation', name));
  if (unknown !== undefined) return failUnusable(io, unknownMessage(unknown, program));
  if (regulations.length === 0)
    return failUnusable(
      io,
      `${operand} does not say what it conforms to. Add \`conforms to REGULATION\` to its policy, or name one with --to.`,
    );
  const proofs = regulations.map((regulation) => conform(policy, regulation));
  io.stdout.write(written[options.format](proofs, policy, io));
  return proofs.every(({ duties }) => duties.every(({ verdict }) => verdict === 'met')) ? 0 : 1;
};

const written: Readonly<Record<Format, (proofs: readonly Conformance[], policy: Policy, io: Io) => string>> =
  {
    json: (proofs, policy) => `${JSON.stringify(conformanceJson(proofs, policy), null, 1)}\n`,
    text: (proofs, policy, io) => conformanceText(proofs, policy, styleFor(io.stdout, io)),
  };

function claimedBy(program: Program): string[] {
  return program
    .declarations('policy')
    .flatMap(({ declaration }) => declaration.clauses)
    .flatMap((clause) => (clause.kind === 'conforms' ? clause.regulations.map(({ text }) => text) : []));
}

function unknownMessage(name: string, program: Program): string {
  const known = program.symbols('regulation').map(({ definition }) => definition.name);
  const list = known.length === 0 ? 'It imports none.' : `There are: ${known.join(', ')}.`;
  return `The policy knows no regulation ${name}. ${list}`;
}
