import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProcess, type Ran } from './inProcess.ts';

const good = (id: string, minute = '00'): string =>
  `{"id":"${id}","fields":{"priority":"high"},"events":[{"at":"2026-04-01T10:${minute}","is":"received"},{"at":"2026-04-02T09:00","is":"answered","by":"ana"}]}`;
const around = [good('first'), good('second', '30'), good('last', '59')];

/** A damaged ticket; `<|>` stands where it is damaged. */
const damages: [what: string, text: string, rule: string][] = [
  ['not JSON', '{"id":"x","fields":{}}<|>}', 'tickets/not-json'],
  ['no JSON at all', '<|>hello', 'tickets/not-json'],
  ['half a line', '{"id":"x","fields":{},"events":[{"at":<|>"2026-0', 'tickets/not-json'],
  ['a number', '<|>17', 'ticket/not-a-ticket'],
  ['a list', '<|>[1]', 'ticket/not-a-ticket'],
  ['null', '<|>null', 'ticket/not-a-ticket'],
  ['no id', '<|>{"fields":{},"events":[{"at":"2026-04-01T10:00","is":"received"}]}', 'ticket/no-id'],
  ['an unknown field', '{"id":"x","fields":{"colour":<|>"red"},"events":[]}', 'ticket/unknown-field'],
  [
    'a value outside its domain',
    '{"id":"x","fields":{"priority":<|>"mauve"},"events":[]}',
    'ticket/bad-value',
  ],
  [
    'an unknown event',
    '{"id":"x","events":[{"at":"2026-04-01T10:00","is":<|>"exploded"}]}',
    'ticket/unknown-event',
  ],
  ['no instant', '{"id":"x","events":[<|>{"is":"received"}]}', 'ticket/bad-instant'],
  ['no such day', '{"id":"x","events":[{"at":<|>"2026-02-30T10:00","is":"received"}]}', 'ticket/bad-instant'],
  [
    'years away',
    '{"id":"x","events":[{"at":<|>"1999-01-01T10:00","is":"received"}]}',
    'ticket/outside-years',
  ],
  [
    'out of order',
    '{"id":"x","events":[{"at":"2026-04-02T10:00","is":"received"},<|>{"at":"2026-04-01T10:00","is":"answered"}]}',
    'ticket/out-of-order',
  ],
  ['__proto__ as a key', '{"id":"x","events":[],"__proto__":<|>{"id":"y"}}', 'ticket/unknown-key'],
  [
    '__proto__ as a field',
    '{"id":"x","fields":{"__proto__":<|>{"priority":"high"}},"events":[]}',
    'ticket/unknown-field',
  ],
  [
    'constructor as an event',
    '{"id":"x","events":[{"at":"2026-04-01T10:00","is":<|>"constructor"}]}',
    'ticket/unknown-event',
  ],
  ['an id of 200 kB', `{"id":<|>"${'x'.repeat(200_000)}","events":[]}`, 'ticket/long-id'],
  ['two hundred thousand levels', `<|>${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'ticket/not-a-ticket'],
  [
    'a value as deep',
    `<|>{"id":"x","fields":{"priority":${'['.repeat(200_000)}${']'.repeat(200_000)}},"events":[]}`,
    'tickets/too-deep',
  ],
];

describe('simulate', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'slapolicy-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const simulate = (tickets: string | Buffer, ...more: string[]): Promise<Ran> => {
    const path = join(folder, 'tickets');
    writeFileSync(path, tickets);
    return inProcess(['simulate', 'desk.slapolicy', '--tickets', path, '--format', 'ndjson', ...more]);
  };

  for (const [what, marked, rule] of damages) {
    it(`reports ${what} where it stands and leaves the others alone`, async () => {
      const column = marked.indexOf('<|>') + 1;
      const damaged = marked.replace('<|>', '');
      const [first = '', second = '', last = ''] = around;
      const whole = await simulate(`${around.join('\n')}\n`);
      const { exit, stdout, stderr } = await simulate(`${first}\n${second}\n${damaged}\n${last}\n`);
      const lines = stdout.trimEnd().split('\n');
      const outcomes = whole.stdout.trimEnd().split('\n');
      assert.deepEqual([lines[0], lines[1], lines[3]], outcomes.slice(0, 3));
      assert.equal(exit, 1);
      assert.equal(stderr, '');
      const told = JSON.parse(lines[2]!);
      const findings = told.finding ? [told.finding] : told.findings;
      const finding = findings.find((each: { rule: string }) => each.rule === rule);
      assert.ok(finding, JSON.stringify(findings).slice(0, 500));
      assert.deepEqual([finding.line, finding.column], [3, column]);
      assert.ok(finding.message.length < 1000);
      assert.equal(
        JSON.parse(lines[4]!).summary.findings.find((each: { rule: string }) => each.rule === rule).count,
        1,
      );
    });

    it(`reports ${what} in text`, async () => {
      const { exit, stdout } = await inProcess(['simulate', 'desk.slapolicy', '--tickets', '-'], {
        stdin: `${around[0]}\n${marked.replace('<|>', '')}\n`,
      });
      assert.equal(exit, 1);
      assert.ok(
        stdout.includes(`standard input:2:${marked.indexOf('<|>') + 1}  ${rule}`),
        stdout.slice(0, 3000),
      );
      for (const line of stdout.split('\n')) assert.ok(line.length < 200, line);
    });
  }

  it('says nothing of good tickets and ends with 0, however they come', async () => {
    const lines = `${around.join('\n')}\n`;
    const expected = await simulate(lines);
    assert.equal(expected.exit, 0);
    for (const tickets of [
      Buffer.from(`\ufeff${lines}`),
      lines.replaceAll('\n', '\r\n'),
      `[${around.join(',\n')}]`,
      JSON.stringify(
        around.map((each) => JSON.parse(each)),
        null,
        2,
      ),
      JSON.stringify(JSON.parse(around[0]!), null, 2) + around.slice(1).join('\n'),
      gzipSync(lines),
      Buffer.concat([gzipSync(lines.slice(0, 100)), gzipSync(lines.slice(100))]),
      gzipSync(JSON.stringify(around.map((each) => JSON.parse(each)))),
    ]) {
      assert.deepEqual(await simulate(tickets), expected, tickets.slice(0, 40).toString());
    }
  });

  it('says where a compressed file breaks off, after what it holds', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => good(`T-${i * 7919}`)).join('\n');
    const packed = gzipSync(many);
    for (const cut of [packed.subarray(0, packed.length - 10), corrupted(packed)]) {
      const { exit, stdout } = await simulate(cut, '--no-reasons');
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.equal(exit, 1);
      assert.equal(lines[0].ticket, 'T-0');
      assert.equal(lines.at(-2).finding.rule, 'tickets/broken-off');
      assert.ok(lines.at(-1).summary);
    }
  });

  it('gives the same for a compiled policy', async () => {
    const policy = join(folder, 'policy.json');
    assert.equal((await inProcess(['export', 'desk.slapolicy', '--out', policy])).exit, 0);
    const fromSource = await simulate(around.join('\n'));
    const fromJson = await inProcess([
      'simulate',
      policy,
      '--tickets',
      join(folder, 'tickets'),
      '--format',
      'ndjson',
    ]);
    assert.deepEqual(fromJson, fromSource);
    const { stdout } = await inProcess(['export', 'desk.slapolicy']);
    const piped = await inProcess(
      ['simulate', '-', '--tickets', join(folder, 'tickets'), '--format', 'ndjson'],
      { stdin: stdout },
    );
    assert.deepEqual(piped, fromSource);
  });

  const unusable: [what: string, policy: string | Buffer, says: RegExp][] = [
    ['an empty file', '', /no policy/],
    ['another JSON', '{"format":"pdf"}', /not a compiled policy/],
    ['half a JSON', '{"format":"slapolicy/1"', /not JSON/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), /not a text/],
    ['UTF-16', Buffer.from('\ufeffpolicy p { }', 'utf16le'), /UTF-16/],
    ['Latin-1', Buffer.from([0x70, 0xe9, 0x0a]), /not UTF-8/],
    ['a policy with errors', 'policy p { timezone Mars }', /cannot be run/],
  ];
  for (const [what, policy, says] of unusable) {
    it(`takes no ${what} for a policy`, async () => {
      const path = join(folder, 'bad.slapolicy');
      writeFileSync(path, policy);
      const { exit, stdout, stderr } = await inProcess(['simulate', path, '--tickets', '-']);
      assert.equal(exit, 2);
      assert.equal(stdout, '');
      assert.match(stderr, says);
    });
  }

  for (const [tickets, says] of [
    ['missing.ndjson', /does not exist/],
    ['.', /is a folder/],
  ] as const) {
    it(`cannot read ${tickets}`, async () => {
      const { exit, stdout, stderr } = await inProcess(['simulate', 'desk.slapolicy', '--tickets', tickets]);
      assert.deepEqual([exit, stdout], [2, '']);
      assert.match(stderr, says);
    });
  }

  it('cannot read tickets in UTF-16', async () => {
    const { exit, stderr } = await simulate(Buffer.from(`\ufeff${around[0]}`, 'utf16le'));
    assert.equal(exit, 2);
    assert.match(stderr, /UTF-16/);
  });
});

function corrupted(packed: Buffer): Buffer {
  const bytes = Buffer.from(packed);
  bytes.fill(0xff, bytes.length - 2000, bytes.length - 1000);
  return bytes;
}
