import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A workspace may be anything, the root of a disk included. */
const mostFolders = 5_000;
const mostFiles = 2_000;
const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'out', 'target', 'vendor']);

/** The policy files under a folder, so that a file can be judged with the policy that imports it. */
export async function findPolicies(folder: string): Promise<string[]> {
  const found: string[] = [];
  let folders = [pathOf(folder)].filter((path) => path !== undefined);
  for (let visited = 0; folders.length > 0 && visited < mostFolders && found.length < mostFiles; visited++) {
    const [path, ...others] = folders as [string, ...string[]];
    folders = others;
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      const { name } = entry;
      if (name.startsWith('.') || skipped.has(name)) continue;
      if (entry.isDirectory()) folders.push(join(path, name));
      else if (entry.isFile() && name.endsWith('.slapolicy'))
        found.push(pathToFileURL(join(path, name)).href);
    }
  }
  return found.slice(0, mostFiles);
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
