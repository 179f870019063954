import type { Runner } from '../commands.ts';

/** Starts the language server, which lives until the editor ends it. */
export const run: Runner<'lsp'> = async () => {
  await import('../../server.ts');
  return 0;
};
