import type { Runner } from '../commands.ts';
import { failUnusable } from '../failUnusable.ts';
import { createOutput } from '../output.ts';
import { runTickets } from '../simulate/runTickets.ts';
import { simulationText } from '../simulate/simulationText.ts';

/** Runs tickets through a policy and tells only what they come to together. */
export const run: Runner<'replay'> = async ({ operands, options }, io) => {
  const output = createOutput(io.stdout);
  const ran = await runTickets(
    {
      operands,
      tickets: options.tickets,
      asOf: options['as-of'],
      jobs: options.jobs,
      format: 'none',
      reasons: false,
    },
    ({ style }, versions) => ({
      write: () => undefined,
      end: async (summary) => {
        await output.write(
          options.format === 'json'
            ? `${JSON.stringify({ summary })}\n`
            : simulationText(versions, summary, style),
        );
        await output.flush();
      },
    }),
    io,
  );
  if (!ran.ok) return failUnusable(io, ...ran.messages);
  return ran.damaged ? 1 : 0;
};
