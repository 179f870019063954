// Runs test/e2e/suite inside a real VS Code and ends with the line "N passed, N failed".
//
//   node test/e2e/run.mjs [--grep TEXT] [--no-build] [--images]
//
// --images takes the screenshot of the README anew, into docs/images.
//
// VS Code is the one of VSCODE_EXECUTABLE, or a downloaded one, or (on Linux without a display or without that
// download) VS Code's server with a headless Chromium, both from npm. Logs and screenshots are in .vscode-test/.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { listenToSuite } from './host/control.mjs';
import { desktopAvailable, openOnDesktop } from './host/desktopHost.mjs';
import { openInServer } from './host/serverHost.mjs';

const { values: options } = parseArgs({
  options: { grep: { type: 'string' }, 'no-build': { type: 'boolean' }, images: { type: 'boolean' } },
});
const limit = 10 * 60_000;
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, '.vscode-test');
/** A quiet window, the same everywhere. */
const settings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'editor.fontSize': 13,
};
const print = (line) => console.log(line);

if (!options['no-build'])
  execFileSync(process.execPath, ['esbuild.mjs', '--quiet'], { cwd: root, stdio: 'inherit' });
for (const folder of ['screenshots', 'logs']) {
  rmSync(join(cache, folder), { recursive: true, force: true });
  mkdirSync(join(cache, folder), { recursive: true });
}
const temporary = mkdtempSync(join(tmpdir(), 'slapolicy-workspace-'));
const workspace = join(temporary, 'northwind');
cpSync(join(root, 'samples/northwind'), workspace, { recursive: true });

const control = await listenToSuite({
  print,
  screenshotFile: (name) => join(cache, 'screenshots', `${name}.png`),
});
let counts;
try {
  counts = await runIn(await chooseHost());
} catch (error) {
  print(String(error.message));
  counts = { passed: 0, failed: 1, skipped: 0 };
} finally {
  control.close();
  rmSync(temporary, { recursive: true, force: true });
}
if (options.images && counts.failed === 0) {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  cpSync(join(cache, 'screenshots/readme-dark.png'), join(root, 'docs/images/editor-dark.png'));
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
print(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);

async function chooseHost() {
  if (await desktopAvailable()) return openOnDesktop;
  if (process.platform === 'linux' && process.arch === 'x64') return openInServer;
  throw new Error('No VS Code can be had here: set VSCODE_EXECUTABLE to the path of an installed one.');
}

async function runIn(open) {
  const host = await open({
    cache,
    extension: root,
    suite: await bundleSuite(),
    workspace,
    settings,
    logs: join(cache, 'logs'),
    print,
  });
  control.window = host.window;
  try {
    return await Promise.race([control.finished, ended(host.exited), timeout()]);
  } finally {
    await host.close();
  }
}

/** VS Code that ends before the suite has reported has not run it. */
async function ended(exited) {
  const code = await exited;
  const counts = await Promise.race([control.finished, new Promise((done) => setTimeout(done, 1000))]);
  if (counts) return counts;
  throw new Error(`VS Code ended with ${code} before the tests did; its logs are in .vscode-test/logs`);
}

function timeout() {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`no result within ${limit / 60_000} minutes`)), limit).unref();
  });
}

/** VS Code loads one CommonJS module; where the runner listens is written into it. */
async function bundleSuite() {
  const outfile = join(cache, 'suite.cjs');
  const mocha = pathToFileURL(join(root, 'node_modules/mocha/index.js')).href;
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'suite/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', mocha],
    define: {
      CONTROL_URL: JSON.stringify(control.url),
      MOCHA: JSON.stringify(mocha),
      GREP: JSON.stringify(options.grep ?? ''),
    },
    logLevel: 'warning',
  });
  return outfile;
}
