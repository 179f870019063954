import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { createThreads } from '../../server/cli/simulate/threads.ts';
import { inProcess, type Ran } from './inProcess.ts';

const good = (i: number): string =>
  `{"id":"T-${i}","fields":{"priority":"${i % 3 === 0 ? 'high' : 'low'}"},"events":[{"at":"2026-04-${String(1 + (i % 28)).padStart(2, '0')}T10:00","is":"received"},{"at":"2026-05-02T09:00","is":"answered","by":"ana"}]}`;

/** What is wrong with some of them, by their number. */
const damaged: Record<number, string> = {
  0: 'hello',
  7: '{"id":"x","fields":{"priority":"mauve"},"events":[{"at":"2026-04-01T10:00","is":"received"}]}',
  300: '{"id":"half","fields":{},"events":[{"at":"2026-0',
  401: '[1]',
  402: '{"id":"é𝒳","events":[{"at":"2026-04-01T10:00","is":"exploded"}]}',
  599: '{"fields":{},"events":[]}',
};
const lines = Array.from({ length: 600 }, (_, i) => damaged[i] ?? good(i));

const columnOf = (line: number, text: string): number => lines[line]!.indexOf(text) + 1;

describe('simulate --jobs', function () {
  this.timeout(60_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'slapolicy-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const simulate = (
    jobs: number,
    tickets: Buffer,
    from: 'file' | 'stdin',
    ...more: string[]
  ): Promise<Ran> => {
    const path = join(folder, 'tickets');
    writeFileSync(path, tickets);
    const argv = ['simulate', 'desk.slapolicy', '--jobs', String(jobs), ...more];
    return from === 'file'
      ? inProcess([...argv, '--tickets', path])
      : inProcess([...argv, '--tickets', '-'], { stdin: tickets });
  };

  const given: [what: string, tickets: Buffer, from: 'file' | 'stdin', options: string[], jobs: number[]][] =
    [
      ['lines of a file, as ndjson', Buffer.from(lines.join('\n')), 'file', ['--format', 'ndjson'], [2, 4]],
      ['lines of standard input, as json', Buffer.from(lines.join('\n')), 'stdin', ['--format', 'json'], [3]],
      ['a compressed file, as text', gzipSync(lines.slice(0, 40).join('\n')), 'file', ['--no-reasons'], [2]],
      [
        'an array',
        Buffer.from(`[${lines.slice(1, 400).join(',\n')}]`),
        'stdin',
        ['--format', 'ndjson', '--no-reasons'],
        [2],
      ],
      ['no tickets', Buffer.from(''), 'file', ['--format', 'json'], [2]],
    ];
  for (const [what, tickets, from, options, inThreads] of given) {
    it(`writes the same bytes for ${what}`, async () => {
      const one = await simulate(1, tickets, from, ...options);
      assert.equal(one.exit, what === 'no tickets' ? 0 : 1);
      for (const jobs of inThreads) assert.deepEqual(await simulate(jobs, tickets, from, ...options), one);
    });
  }

  it('reports damage at the line and column where it stands', async () => {
    const { stdout } = await simulate(2, Buffer.from(lines.join('\n')), 'file', '--format', 'ndjson');
    const findings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .flatMap(({ finding, findings = [] }) => (finding ? [finding] : findings));
    assert.deepEqual(
      findings.filter(({ line }) => line !== undefined).map(({ rule, line, column }) => [rule, line, column]),
      [
        ['tickets/not-json', 1, 1],
        ['ticket/bad-value', 8, columnOf(7, '"mauve"')],
        ['tickets/not-json', 301, columnOf(300, '"2026-0')],
        ['ticket/not-a-ticket', 402, 1],
        ['ticket/unknown-event', 403, columnOf(402, '"exploded"')],
        ['ticket/no-id', 600, 1],
        ['ticket/no-events', 600, columnOf(599, '[]')],
      ],
    );
  });

  for (const jobs of ['0', '-1', '1.5', 'many', '65', '1000']) {
    it(`takes no ${jobs} for a number of threads`, async () => {
      const { exit, stderr } = await inProcess([
        'simulate',
        'desk.slapolicy',
        '--tickets',
        '-',
        `--jobs=${jobs}`,
      ]);
      assert.equal(exit, 2);
      assert.match(stderr, /--jobs is a whole number from 1 to 64/);
    });
  }

  it('says so when a thread fails, and does not wait for ever', async () => {
    const worker = Object.assign(new EventEmitter(), {
      postMessage: () => setImmediate(() => worker.emit('error', new Error('out of memory'))),
      terminate: async () => 0,
    });
    const threads = createThreads([worker as unknown as Worker], () => undefined);
    threads.take({ kind: 'ticket', text: 'x'.repeat(200_000), line: 1, column: 1 });
    await assert.rejects(threads.end(), /out of memory/);
  });

  it('hands no more over than can be taken', async () => {
    let asked = 0;
    const worker = Object.assign(new EventEmitter(), {
      postMessage: (batch: { number: number; items: unknown[] } | null) => {
        if (batch === null) worker.emit('message', { kind: 'counts', counts: {} });
        else asked += batch.items.length;
      },
      terminate: async () => 0,
    });
    const threads = createThreads([worker as unknown as Worker], () => undefined);
    const ticket = { kind: 'ticket', text: 'x'.repeat(200_000), line: 1, column: 1 } as const;
    const waits = [threads.take(ticket), threads.take(ticket), threads.take(ticket)];
    assert.deepEqual(
      waits.map((wait) => wait !== undefined),
      [false, false, true],
    );
    assert.equal(asked, 2);
    threads.stop();
  });
});
