import { writeFileSync } from 'node:fs';
import { type Failed, fileFailure } from './fileFailure.ts';

/** Writes a whole file. */
export function writeText(path: string, text: string): { ok: true } | Failed {
  try {
    writeFileSync(path, text);
    return { ok: true };
  } catch (error) {
    return fileFailure(error);
  }
}
