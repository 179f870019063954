// Real VS Code where its desktop form cannot be had: VS Code's server runs the extension host in Node, and headless
// Chromium is the window. The `vscode` API, commands, diagnostics and webviews are VS Code's own.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { installServerHost } from './install.mjs';

/** Opens the workspace with the extension under test; `exited` tells the exit code that VS Code gave the suite. */
export async function openInServer({ cache, extension, suite, workspace, settings, logs, print }) {
  const host = installServerHost(join(cache, 'host'), print);
  const data = mkdtempSync(join(tmpdir(), 'slapolicy-vscode-'));
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  const font = { 'editor.fontFamily': 'Code' };
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify({ ...settings, ...font }));
  const server = await startServer(host, data, join(logs, 'server.log'));
  let browser;
  const close = async () => {
    await browser?.close();
    server.stop();
    await server.stopped;
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    browser = await launchChromium(host.folder, print);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
    await page.addInitScript(loadFont, fontOf(host.folder));
    const exited = watchPage(page, createWriteStream(join(logs, 'window.log')));
    server.stopped.then(() => page.close().catch(() => {}));
    await page.goto(addressOf(server.port, { extension, suite, workspace }));
    return { window: windowOf(page), exited, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startServer({ vscode, node }, data, logFile) {
  const log = createWriteStream(logFile);
  const args = [
    join(vscode, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--disable-telemetry', '--disable-workspace-trust', '--enable-smoke-test-driver'],
    ...['--server-data-dir', data],
  ];
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const stopped = new Promise((done) => {
    child.once('exit', done);
  });
  return new Promise((ready, fail) => {
    const read = (chunk) => {
      log.write(chunk);
      const port = /Extension host agent listening on (\d+)/.exec(String(chunk))?.[1];
      if (port) ready({ port, stopped, stop: () => stopGroup(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', fail);
    stopped.then((code) => fail(new Error(`VS Code's server stopped with ${code}; see ${logFile}`)));
  });
}

/** The extension host and the language server are children of the server: the whole group goes. */
function stopGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function addressOf(port, { extension, suite, workspace }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ]);
  const query = new URLSearchParams({ folder: workspace, payload });
  return `http://127.0.0.1:${port}/?${query}`;
}

function fontOf(folder) {
  const file = 'node_modules/@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff2';
  return readFileSync(join(folder, file)).toString('base64');
}

/** Runs in the page, before anything else does. */
function loadFont(base64) {
  const font = new FontFace('Code', `url(data:font/woff2;base64,${base64})`);
  globalThis.document.fonts.add(font);
  void font.load();
}

function watchPage(page, log) {
  return new Promise((done, fail) => {
    void page.exposeFunction('codeAutomationLog', (type, parts) => log.write(`${type} ${parts.join(' ')}\n`));
    void page.exposeFunction('codeAutomationExit', (code) => done(code));
    page.on('pageerror', (error) => log.write(`pageerror ${error.stack}\n`));
    page.once('crash', () => fail(new Error('the window crashed')));
    page.once('close', () => done(undefined));
  });
}

/** What the suite may do with the window. */
function windowOf(page) {
  return {
    screenshot: (path, clip) => page.screenshot({ path, clip, animations: 'disabled' }),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text, { delay: 20 }),
    hover: (text) => page.locator('.monaco-editor .view-line span', { hasText: text }).last().hover(),
  };
}
