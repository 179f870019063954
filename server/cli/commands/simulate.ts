import type { Runner } from '../commands.ts';
import { failUnusable } from '../failUnusable.ts';
import { createOutput } from '../output.ts';
import { separators } from '../simulate/render.ts';
import { runTickets } from '../simulate/runTickets.ts';
import { writerOf } from '../simulate/writer.ts';

/** Runs tickets through a policy, each under the version that was in force, and writes what happened to each. */
export const run: Runner<'simulate'> = async ({ operands, options }, io) => {
  const output = createOutput(io.stdout);
  const ran = await runTickets(
    {
      operands,
      tickets: options.tickets,
      asOf: options['as-of'],
      jobs: options.jobs,
      format: options.format,
      reasons: options.reasons,
    },
    (setup, versions) => {
      const writer = writerOf(options.format, setup, versions);
      let wrote = 0;
      return {
        write: (rendered) =>
          output.write(
            `${wrote++ === 0 ? writer.begin : separators[options.format]}${writer.ticket(rendered)}`,
          ),
        end: async (summary) => {
          await output.write(`${wrote === 0 ? writer.begin : ''}${writer.end(summary)}`);
          await output.flush();
        },
      };
    },
    io,
  );
  if (!ran.ok) return failUnusable(io, ...ran.messages);
  return ran.damaged ? 1 : 0;
};
