// Writes every generated file: each `docs/generate/<name>.ts` exports `files()`, a map from paths to texts or a promise
// of one. Pages in docs/ that say they are made by such a script, and no longer are, go away. With `--check` nothing is
// written: what is stale is named, and the last line is "N passed, N failed".
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import 'tsx/esm';

const checking = process.argv.includes('--check');
const scripts = readdirSync('docs/generate')
  .filter((name) => name.endsWith('.ts'))
  .sort();

let fresh = 0;
const stale = [];
const made = new Set();
for (const script of scripts) {
  const { files } = await import(`./generate/${script}`);
  // A module that only helps the others has no files.
  for (const [path, text] of (await files?.()) ?? []) {
    made.add(path);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) fresh += 1;
    else stale.push({ path, text, script });
  }
}

const orphans = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name.replaceAll('\\', '/')}`)
  .filter((path) => !made.has(path) && readFileSync(path, 'utf8').startsWith('<!-- Made by docs/generate/'));

if (checking) {
  for (const path of orphans) console.log(`${path} is made by no script any more: npm run generate`);
  for (const { path, script } of stale)
    console.log(`${path} is stale: npm run generate (docs/generate/${script})`);
  const failed = stale.length + orphans.length;
  console.log(`${fresh} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  for (const path of orphans) {
    rmSync(path);
    console.log(`removed ${path}`);
  }
  console.log(`${fresh} files were fresh, ${stale.length} written, ${orphans.length} removed`);
}
