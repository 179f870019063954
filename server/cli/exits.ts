import type { ExitCode } from './io.ts';

/** What an exit code says, in the words of `--help`. */
export const exitMeanings: Readonly<Record<ExitCode, string>> = {
  0: 'all well',
  1: 'what was checked fell short',
  2: 'the command line or a file is unusable',
};

/** The graver of two. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
