import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type {
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InitializeResult,
  Location,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { Answer, Counts, ScenarioItem } from '../../server/protocol.ts';
import { world } from '../features/openPolicy.ts';
import { type RunningServer, startServer } from './startServer.ts';

const codes = (diagnostics: Diagnostic[]) => diagnostics.map(({ code }) => code);
const has = (code: string) => (diagnostics: Diagnostic[]) => codes(diagnostics).includes(code);
const empty = (diagnostics: Diagnostic[]) => diagnostics.length === 0;

describe('the language server', function () {
  this.timeout(60_000);
  let server: RunningServer;
  let result: InitializeResult;
  let folder: string;
  const address = (name: string) => pathToFileURL(join(folder, name)).href;
  const ask = <R>(method: string, uri: string, line = 0, character = 0): Promise<R> =>
    server.connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'slapolicy-server-'));
    server = startServer();
    result = (await server.initialize({
      capabilities: { general: { positionEncodings: ['utf-8', 'utf-16'] } },
      initializationOptions: { notifications: true },
    })) as InitializeResult;
  });

  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    assert.equal(await server.stop(), 0);
  });

  it('says what it can do, in UTF-16', () => {
    assert.equal(result.serverInfo?.name, 'slapolicy');
    assert.match(result.serverInfo?.version ?? '', /^\d/);
    assert.equal(result.capabilities.positionEncoding, 'utf-16');
    for (const each of [
      'hoverProvider',
      'definitionProvider',
      'documentSymbolProvider',
      'documentFormattingProvider',
    ] as const)
      assert.equal(result.capabilities[each], true, each);
  });

  it('tells what is wrong when a file is opened, and takes it back when it is mended', async () => {
    const uri = address('mended.slapolicy');
    await server.open(uri, `${world}ladder l on nothing { at breach notify agent }\n`);
    const [diagnostic] = await server.diagnostics(uri, has('name/unknown'));
    assert.match(diagnostic?.codeDescription?.href ?? '', /^file:.*docs\/diagnostics\/name-unknown\.md$/);
    const { line, character } = diagnostic!.range.start;
    await server.change(uri, 2, [
      {
        range: { start: { line, character }, end: { line, character: character + 'nothing'.length } },
        text: 'answer',
      },
    ]);
    await server.diagnostics(uri, empty);
  });

  it('follows edits in files of Windows and behind characters beyond the first plane', async () => {
    const uri = address('windows.slapolicy');
    await server.open(uri, '// 😀\r\nroles a\r\n/* 😀é */ roles b\r\n');
    await server.diagnostics(uri, empty);
    // Behind the comment: 😀 counts as two.
    const at = { line: 2, character: '/* 😀é */ roles '.length };
    await server.change(uri, 2, [
      { range: { start: at, end: { ...at, character: at.character + 1 } }, text: 'a' },
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' },
    ]);
    const [diagnostic] = await server.diagnostics(uri, has('name/duplicate'));
    assert.deepEqual(diagnostic?.range.start, { line: 1, character: at.character });
    assert.deepEqual(diagnostic?.range.end, { line: 1, character: at.character + 1 });
  });

  it('is silent about a file that is closed', async () => {
    const uri = address('closed.slapolicy');
    await server.open(uri, 'nonsense');
    await server.diagnostics(uri, (found) => found.length > 0);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await server.diagnostics(uri, empty);
  });

  it('answers at once when a file with checks under way has been closed', async () => {
    const uri = address('interrupted.slapolicy');
    for (let round = 0; round < 5; round++) {
      await server.open(uri, world);
      await server.change(uri, 2, [{ text: `${world}\nroles other` }]);
      await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      const started = performance.now();
      await ask('textDocument/hover', uri);
      assert.ok(performance.now() - started < 5000);
    }
  });

  it('reads what is imported from disk, unless it is open, and notices when it changes', async () => {
    const uri = address('imports.slapolicy');
    const other = address('other.slapolicy');
    await server.open(
      uri,
      `import "other.slapolicy"\n${world}ladder l on answer { at breach notify board }\n`,
    );
    await server.diagnostics(uri, has('import/missing'));
    writeFileSync(join(folder, 'other.slapolicy'), 'roles board\n');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: other, type: 1 }],
    });
    await server.diagnostics(uri, empty);
    await server.open(other, 'roles committee\n');
    await server.diagnostics(uri, has('name/unknown'));
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } });
    await server.diagnostics(uri, empty);
  });

  it('answers with the address that the editor uses', async () => {
    const uri = address('odd (name).slapolicy').replace('(', '%28').replace(')', '%29');
    await server.open(uri, 'roles a, a\n');
    const [diagnostic] = await server.diagnostics(uri, has('name/duplicate'));
    assert.equal(diagnostic?.relatedInformation?.[0]?.location.uri, uri);
  });

  it('shows the slow checks after a pause', async () => {
    const uri = address('slow.slapolicy');
    await server.open(
      uri,
      `${world}benchmark b { applies when priority at least low from received until answered within 1 day }\n`,
    );
    await server.diagnostics(uri, has('condition/constant'));
    await server.change(uri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' },
    ]);
    const [diagnostic] = await server.diagnostics(uri, has('condition/constant'), 2);
    assert.equal(diagnostic?.range.start.line, world.split('\n').length);
  });

  describe('asked about a policy', () => {
    let uri: string;
    const lines = world.split('\n');
    const placeOf = (text: string): [number, number] => {
      const line = lines.findIndex((each) => each.includes(text));
      return [line, lines[line]!.indexOf(text)];
    };

    before(async () => {
      uri = address('asked.slapolicy');
      await server.open(uri, world);
      await server.diagnostics(uri, empty);
    });

    it('tells what a name is', async () => {
      const hover = await ask<Hover>('textDocument/hover', uri, ...placeOf('answer { at breach'));
      assert.match(JSON.stringify(hover.contents), /Somebody has answered/);
    });

    it('has nothing to tell of a blank', async () => {
      assert.equal(await ask('textDocument/hover', uri, 0, 0), null);
    });

    it('completes, and resolves what is looked at', async () => {
      const items = await ask<CompletionItem[]>('textDocument/completion', uri, ...placeOf('manager }'));
      const manager = items.find(({ label }) => label === 'manager');
      assert.ok(manager, 'it is not offered');
      const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', manager);
      assert.match(JSON.stringify(resolved.documentation), /A role/);
    });

    it('leads to a declaration', async () => {
      const location = await ask<Location>('textDocument/definition', uri, ...placeOf('answer { at breach'));
      assert.equal(location.uri, uri);
      assert.equal(location.range.start.line, placeOf('benchmark answer')[0]);
    });

    it('has an outline', async () => {
      const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', uri);
      assert.ok(symbols.some(({ name, detail }) => name === 'office' && detail === 'calendar'));
    });

    it('formats', async () => {
      const edits = await server.connection.sendRequest<TextEdit[]>('textDocument/formatting', {
        textDocument: { uri },
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.ok(Array.isArray(edits));
    });

    it('simulates, exports and counts', async () => {
      const scenarios = await server.connection.sendRequest<ScenarioItem[]>('slapolicy/scenarios', { uri });
      assert.deepEqual(scenarios, []);
      const exported = await server.connection.sendRequest<Answer>('slapolicy/export', { uri });
      assert.ok(exported.ok);
      const tickets = '{"id":"A","fields":{},"events":[{"at":"2026-01-05T10:00:00Z","is":"received"}]}';
      const simulated = await server.connection.sendRequest<Answer>('slapolicy/simulate', { uri, tickets });
      assert.ok(simulated.ok && simulated.text.startsWith('# A'));
      const counts = await server.connection.sendRequest<Counts>('slapolicy/check', { uri });
      assert.equal(counts.errors, 0);
    });
  });

  it('says why it does not format', async () => {
    const uri = address('broken.slapolicy');
    await server.open(uri, 'policy p {\n  timezone\n}\n');
    const refused = new Promise<{ uri: string; message: string }>((done) => {
      server.connection.onNotification('slapolicy/formatRefused', done);
    });
    const edits = await server.connection.sendRequest('textDocument/formatting', {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.equal(edits, null);
    assert.match((await refused).message, /^Line \d+ cannot be read/);
  });

  it('gives up a request that is cancelled', async () => {
    const uri = address('cancelled.slapolicy');
    await server.open(uri, world.repeat(30));
    const source = new CancellationTokenSource();
    const answer = server.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await assert.rejects(answer, /cancelled/);
  });

  it('lives on after nonsense', async () => {
    for (const params of [
      undefined,
      {},
      { textDocument: { uri: 'file:///%zz' }, position: { line: -5, character: 1e9 } },
    ])
      await server.connection.sendRequest('textDocument/hover', params).catch(() => undefined);
    await assert.rejects(server.connection.sendRequest('textDocument/unheardOf', {}), /Unhandled method/);
    const uri = address('after.slapolicy');
    await server.open(uri, 'roles a');
    await server.diagnostics(uri, empty);
  });

  for (const [what, text] of [
    ['binary', '\u0000\u0001\u0002{{{"'],
    ['a megabyte of braces', '{'.repeat(1_000_000)],
    ['a cut policy', world.slice(0, 420)],
  ] as const)
    it(`has something to say of ${what}`, async () => {
      const uri = address(`${what.replaceAll(' ', '-')}.slapolicy`);
      await server.open(uri, text);
      await server.diagnostics(uri, (found) => found.length > 0);
    });
});

describe('the process of the language server', function () {
  this.timeout(60_000);

  it('ends with 1 when it is told to exit without a shutdown', async () => {
    const server = startServer();
    await server.initialize();
    const exited = once(server.process, 'exit');
    await server.connection.sendNotification('exit');
    assert.deepEqual(await exited, [1, null]);
  });

  it('ends with its editor', async () => {
    const server = startServer();
    await server.initialize();
    const exited = once(server.process, 'exit');
    server.process.stdin!.end();
    await exited;
  });
});
