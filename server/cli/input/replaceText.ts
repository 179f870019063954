import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type Failed, fileFailure } from './fileFailure.ts';

/** Puts a new text in the place of a file's, all of it or nothing: a full disk or a crash leaves the old one. */
export function replaceText(path: string, text: string): { ok: true } | Failed {
  let beside: string | undefined;
  try {
    const real = realpathSync(path);
    const { mode } = statSync(real);
    beside = `${real}.${process.pid}.new`;
    writeFileSync(beside, text, { mode });
    renameSync(beside, real);
    return { ok: true };
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    return fileFailure(error);
  }
}
