import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../samples/', import.meta.url);

/** Every policy among the samples, relative to their folder, in order. */
export const samplePaths: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.slapolicy'))
  .sort();

/** A sample's address. */
export function sampleUri(path: string): string {
  return new URL(path, folder).href;
}

/** A sample's path on this machine. */
export function sampleFile(path: string): string {
  return fileURLToPath(new URL(path, folder));
}
