import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { createOutput } from '../../server/cli/output.ts';

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
