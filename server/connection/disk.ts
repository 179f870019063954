import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileHost } from '../model/workspace.ts';

/** Files on disk, with a memory of how they were when they were read. */
export interface Disk extends FileHost {
  /** The files that have changed since they were read, came, or went. */
  changed(): string[];
}

export function createDisk(): Disk {
  const seen = new Map<string, string>();
  return {
    read: (uri) => {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      seen.set(uri, stampOf(path));
      return readText(path);
    },
    changed: () => {
      const changed = [...seen].filter(([uri, stamp]) => stampOf(pathOf(uri) ?? '') !== stamp);
      for (const [uri] of changed) seen.delete(uri);
      return changed.map(([uri]) => uri);
    },
  };
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : 'none';
}

/** What cannot be read is not there. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
