import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globPattern, isGlob } from './globPattern.ts';

export type FoundPolicies = { ok: true; paths: string[] } | { ok: false; message: string };

const extension = '.slapolicy';

/**
 * The policies that operands name: files as they are, folders searched for `*.slapolicy`, patterns matched. Absolute
 * paths, each once, in the order of the operands and sorted within each. `-` is left out.
 */
export function findPolicies(operands: readonly string[], cwd: string): FoundPolicies {
  const paths = new Set<string>();
  for (const operand of operands) {
    if (operand === '-') continue;
    const found = pathsOf(operand, cwd);
    if (typeof found === 'string') return { ok: false, message: found };
    for (const path of found) paths.add(path);
  }
  return { ok: true, paths: [...paths] };
}

function pathsOf(operand: string, cwd: string): string[] | string {
  const path = resolve(cwd, operand);
  const kind = kindOf(path);
  if (kind === 'file') return [path];
  if (kind === 'folder') {
    const found = policiesUnder(path);
    return found.length > 0 ? found : `There is no ${extension} file under ${operand}.`;
  }
  if (!isGlob(operand)) return `${operand} does not exist.`;
  const pattern = globPattern(
    operand
      .split(sep)
      .join('/')
      .replace(/^(\.\/)+/, ''),
  );
  const root = resolve(cwd, rootOf(operand));
  const found = policiesUnder(root).filter((each) => {
    const shown = operand.startsWith('/') ? each : relative(cwd, each);
    return pattern.test(shown.split(sep).join('/'));
  });
  return found.length > 0 ? found : `No ${extension} file fits ${operand}.`;
}

/** The folders of a pattern before its first wild card. */
function rootOf(pattern: string): string {
  const parts = pattern.split('/');
  const wild = parts.findIndex(isGlob);
  return parts.slice(0, wild).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

function policiesUnder(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of entriesOf(path)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const inside = join(path, entry.name);
      if (entry.isDirectory()) visit(inside);
      else if (entry.name.endsWith(extension) && kindOf(inside) === 'file') found.push(inside);
    }
  };
  visit(folder);
  return found;
}

/** A folder that may not be read has nothing for us. */
function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
