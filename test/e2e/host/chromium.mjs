import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Glyphs on whole pixels: the same picture on every machine.
  '--font-render-hinting=none',
];

/** Starts a headless Chromium: `CHROMIUM` if it is set, else the one from npm, else (as root) the distribution's. */
export async function launchChromium(folder, print) {
  const require = createRequire(join(folder, 'package.json'));
  const { chromium } = require('playwright-core');
  const launch = (executablePath) => chromium.launch({ executablePath, args });
  if (process.env.CHROMIUM) return launch(process.env.CHROMIUM);
  // The package unpacks the shared libraries it brings along only where it believes to be on this runtime.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  try {
    return await launch(await require('@sparticuz/chromium').default.executablePath());
  } catch (error) {
    print(`the Chromium from npm does not start here: ${String(error.message).split('\n')[0]}`);
    return launch(distributionChromium(print));
  }
}

function distributionChromium(print) {
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => existsSync(path),
  );
  if (installed) return installed;
  if (process.getuid?.() !== 0) {
    throw new Error('No Chromium starts here. Install one and set CHROMIUM to its path.');
  }
  print('installing the distribution’s Chromium');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', ['update'], quiet);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  return '/usr/bin/chromium';
}
