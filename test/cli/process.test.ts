import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { createOutput } from '../../server/cli/output.ts';
import { progressOf } from '../../server/cli/progress.ts';
import { threadFromSource } from './threadFromSource.ts';

const args = ['--import', 'tsx', 'server/cli/main.ts'];
const desk = 'test/cli/policies/desk.slapolicy';
const ticket = (id: number): string =>
  `{"id":"${id}","events":[{"at":"2026-04-01T10:00","is":"received"}]}\n`;

function start(...more: string[]) {
  const child = spawn(process.execPath, [...args, ...more], { stdio: 'pipe' });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // What a program that has gone cannot read any more is no mistake of ours.
  child.stdin.on('error', () => undefined);
  return { child, stderr: () => stderr };
}

describe('process', function () {
  this.timeout(60_000);

  it('reads a pipe, writes a pipe and gives its exit code', async () => {
    const { child, stderr } = start('simulate', desk, '--tickets', '-', '--format', 'ndjson', '--no-reasons');
    child.stdin.end(`${ticket(1)}${ticket(2)}nonsense\n`);
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    const [code] = await once(child, 'close');
    assert.equal(code, 1, stderr());
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line))[0]);
    assert.deepEqual(lines, ['ticket', 'ticket', 'finding', 'summary']);
    assert.equal(stderr(), '');
  });

  it('ends in silence when nobody reads on', async () => {
    const { child, stderr } = start('simulate', desk, '--tickets', '-', '--format', 'ndjson');
    child.stdout.once('data', () => child.stdout.destroy());
    for (let i = 0; i < 3000; i++) child.stdin.write(ticket(i));
    child.stdin.end();
    await once(child, 'close');
    assert.equal(stderr(), '');
  });
});

describe('lsp', function () {
  this.timeout(60_000);

  it('speaks the protocol over standard input and output, and ends when told to', async () => {
    const { child, stderr } = start('lsp', '--stdio');
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let stdout = '';
    child.stdout.setEncoding('utf8');
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    while (!stdout.includes('"result"')) stdout += (await once(child.stdout, 'data'))[0];
    assert.match(stdout, /"hoverProvider"/);
    send({ id: 2, method: 'shutdown' });
    while (!stdout.includes('"id":2')) stdout += (await once(child.stdout, 'data'))[0];
    send({ method: 'exit' });
    const [code] = await once(child, 'close');
    assert.equal(code, 0, stderr());
  });
});

describe('output', () => {
  it('waits where the reader is slow, and keeps order and bytes', async () => {
    const sink = new PassThrough({ highWaterMark: 1024 });
    const output = createOutput(sink);
    const texts = Array.from({ length: 3000 }, (_, i) => `${i} ${'é𝒳'.repeat(i % 400)}\n`);
    texts.splice(100, 0, 'long '.repeat(100_000));
    const chunks: Buffer[] = [];
    let waits = 0;
    const reading = (async () => {
      for await (const chunk of sink) {
        chunks.push(chunk);
        await new Promise((done) => setImmediate(done));
      }
    })();
    for (const text of texts) {
      const wait = output.write(text);
      if (!wait) continue;
      waits++;
      await wait;
      assert.ok(sink.readableLength <= 1024 * 1024);
    }
    await output.flush();
    sink.end();
    await reading;
    assert.ok(waits > 3);
    assert.equal(Buffer.concat(chunks).toString(), texts.join(''));
  });

  it('does not wait for a reader that has gone', async () => {
    const sink = new Writable({ highWaterMark: 1, write: () => undefined });
    const output = createOutput(sink);
    const waiting = output.write('x'.repeat(1_000_000));
    assert.ok(waiting);
    sink.destroy();
    await waiting;
    assert.equal(output.write('y'.repeat(1_000_000)), undefined);
  });
});

describe('progress', () => {
  const source = {
    ok: true,
    name: 'x',
    chunks: (async function* () {})(),
    size: 1000,
    consumed: () => 500,
    brokenOff: () => undefined,
  } as const;
  const shown = (stderrIsTerminal: boolean, stdoutIsTerminal: boolean): string => {
    const chunks: string[] = [];
    let clock = 0;
    const progress = progressOf(source, {
      stdin: new PassThrough(),
      stdout: Object.assign(new PassThrough(), { isTTY: stdoutIsTerminal }),
      stderr: Object.assign(
        new PassThrough().on('data', (chunk) => chunks.push(String(chunk))),
        { isTTY: stderrIsTerminal },
      ),
      cwd: '.',
      env: {},
      now: () => clock,
      clock: () => Date.parse('2026-11-25T00:00:00Z'),
      startThread: threadFromSource,
    });
    for (const tickets of [10, 2000, 2001]) {
      clock += tickets === 2001 ? 1 : 1000;
      progress.show(tickets);
    }
    progress.end();
    return chunks.join('');
  };

  it('is shown on a terminal now and then, and taken away', () => {
    assert.equal(
      shown(true, false),
      '\r\u001b[K50%, 10 tickets, 10 tickets a second\r\u001b[K50%, 2,000 tickets, 1,000 tickets a second\r\u001b[K',
    );
  });

  it('keeps out of pipes, and out of the way of what a terminal shows', () => {
    assert.equal(shown(false, false), '');
    assert.equal(shown(true, true), '');
  });
});
