// Writes every generated file: each `docs/generate/<name>.ts` exports `files(): Promise<Map<path, text>> | Map<path, text>`.
// With `--check` nothing is written: what is stale is named, and the last line is "N passed, N failed".
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import 'tsx/esm';

const checking = process.argv.includes('--check');
const scripts = readdirSync('docs/generate')
  .filter((name) => name.endsWith('.ts') && name !== 'section.ts')
  .sort();

let fresh = 0;
const stale = [];
for (const script of scripts) {
  const { files } = await import(`./generate/${script}`);
  for (const [path, text] of await files()) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) fresh += 1;
    else stale.push({ path, text, script });
  }
}

if (checking) {
  for (const { path, script } of stale)
    console.log(`${path} is stale: npm run generate (docs/generate/${script})`);
  console.log(`${fresh} passed, ${stale.length} failed`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  console.log(`${fresh} files were fresh, ${stale.length} written`);
}
