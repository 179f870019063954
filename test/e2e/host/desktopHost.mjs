import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The version whose desktop form is downloaded: the same as the one the server host runs. */
const version = '1.139.1';

/** Whether VS Code is installed here, or can be downloaded and shown. */
export async function desktopAvailable() {
  if (process.env.VSCODE_EXECUTABLE) return true;
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return Boolean(display) && (await answers('https://update.code.visualstudio.com/api/releases/stable'));
}

async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Opens the workspace in VS Code's desktop form, which has no window that a test could photograph. */
export async function openOnDesktop({ cache, extension, suite, workspace, settings }) {
  const { runTests } = await import('@vscode/test-electron');
  const data = mkdtempSync(join(tmpdir(), 'slapolicy-vscode-'));
  mkdirSync(join(data, 'User'));
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings));
  const exited = runTests({
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
    version,
    cachePath: cache,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [workspace, '--user-data-dir', data, ...switches],
  });
  return { exited, close: async () => rmSync(data, { recursive: true, force: true }) };
}

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-workspace-trust',
  '--disable-telemetry',
  '--disable-updates',
  '--skip-welcome',
  '--skip-release-notes',
];
