import { readFileSync } from 'node:fs';
import { layers } from '../../test/architecture/layers.ts';
import { replaceSection } from './section.ts';

/** The table of folders in the architecture page is the one that the test compares every import with. */
export function files(): Map<string, string> {
  const path = 'docs/architecture.md';
  return new Map([[path, replaceSection(readFileSync(path, 'utf8'), 'layers', table())]]);
}

function table(): string {
  const rows = layers.map(({ path, turns, imports, inWords, types = [] }) => {
    const allowed = [...imports.map(code), ...types.map((type) => `${code(type)} (types)`)];
    return `| ${code(path)} | ${turns} | ${inWords ?? (allowed.join(', ') || 'nothing')} |`;
  });
  return ['| path | turns | may import |', '|---|---|---|', ...rows].join('\n');
}

function code(path: string): string {
  return path === 'node' ? 'Node' : `\`${path}\``;
}
