import type { ExitCode, Io } from './io.ts';
import { visible } from './terminal/visible.ts';

/** Says why nothing could be done, and gives the exit code for it. */
export function failUnusable(io: Io, ...sentences: readonly string[]): ExitCode {
  for (const sentence of sentences) io.stderr.write(`slapolicy: ${visible(sentence)}\n`);
  return 2;
}
