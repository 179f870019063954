import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether goldens are rewritten instead of compared: `npm run test:update`. */
const updating = process.env.UPDATE_GOLDENS === '1';

/**
 * Compares `actual` with the text of the golden file at `path`. A missing golden is an error as well: it is written
 * by `npm run test:update`, so that a person reads it in the diff before it counts.
 */
export function matchesGolden(path: string, actual: string): void {
  if (updating) {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path) || readFileSync(path, 'utf8') !== actual) writeFileSync(path, actual);
    return;
  }
  assert.ok(existsSync(path), `${path} does not exist; npm run test:update writes it`);
  assert.equal(actual, readFileSync(path, 'utf8'), `${path} differs; npm run test:update rewrites it`);
}
