import { relativePath } from '../../compile/sources.ts';
import { resolvePath } from '../../model/program.ts';

/** How a file names another one in an import; undefined where no path leads there, as with a `#` in its name. */
export function importPath(from: string, to: string): string | undefined {
  const path = relativePath(from, to);
  return resolvePath(path, from) === to ? path : undefined;
}
