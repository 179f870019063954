import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcess } from './inProcess.ts';

const messy = 'events   received,answered // kept\r\n';
const tidy = 'events received, answered  // kept\r\n';

/** Files that are no policies, and the exit code that check gives. */
const odd: [what: string, bytes: string | Buffer, exit: number][] = [
  ['an empty file', '', 0],
  ['blanks alone', ' \n\t\n', 0],
  ['a byte order mark', '\ufeffevents a, b\n', 0],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 2],
  ['UTF-16', Buffer.from('\ufeffevents a\n', 'utf16le'), 2],
  ['UTF-16 without a mark', Buffer.from('events a\n', 'utf16le'), 2],
  ['Latin-1', Buffer.from('// caf\u00e9\n', 'latin1'), 2],
  ['a braces’ mountain', '{'.repeat(20_000), 1],
  ['declarations that are never closed', 'benchmark a {\n'.repeat(300), 1],
  ['a cut policy', 'policy p {\n  title "x', 1],
  ['one line of 5 MB', `// ${'x'.repeat(5_000_000)}\nevents a b`, 1],
];

describe('files', () => {
  let folder = '';
  let path = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slapolicy-'));
    path = join(folder, 'x.slapolicy');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [what, bytes, exit] of odd) {
    it(`check tells of ${what}`, async () => {
      writeFileSync(path, bytes);
      const ran = await inProcess(['check', path, '--severity', 'error']);
      assert.equal(ran.exit, exit, ran.stdout.slice(0, 500) + ran.stderr);
      assert.doesNotMatch(ran.stdout + ran.stderr, /\n\s+at .*\.ts:\d+|mistake in slapolicy/);
      assert.equal(exit === 2, ran.stderr !== '');
    });

    it(`fmt loses nothing of ${what}`, async () => {
      writeFileSync(path, bytes);
      const before = readFileSync(path);
      const ran = await inProcess(['fmt', path]);
      if (exit === 0) assert.equal(ran.exit, 0);
      else assert.deepEqual([ran.exit, readFileSync(path)], [exit, before]);
    });
  }

  it('fmt writes in place, keeps line ends, mark and mode, and does nothing twice', async () => {
    writeFileSync(path, `\ufeff${messy}`, { mode: 0o640 });
    const ran = await inProcess(['fmt', folder]);
    assert.equal(ran.exit, 0);
    assert.match(ran.stdout, /x\.slapolicy\n1 of 1 file changed\.\n$/);
    assert.equal(readFileSync(path, 'utf8'), `\ufeff${tidy}`);
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ['x.slapolicy']);
    assert.equal((await inProcess(['fmt', folder])).stdout, '0 of 1 file changed.\n');
  });

  it('fmt --check names what is not formatted and changes nothing', async () => {
    writeFileSync(path, messy);
    const ran = await inProcess(['fmt', '--check', path]);
    assert.equal(ran.exit, 1);
    assert.match(ran.stdout, /x\.slapolicy\n1 of 1 file not formatted\.\n$/);
    assert.equal(readFileSync(path, 'utf8'), messy);
    writeFileSync(path, tidy);
    assert.deepEqual(await inProcess(['fmt', '--check', path]), {
      exit: 0,
      stdout: '0 of 1 file not formatted.\n',
      stderr: '',
    });
  });

  it('fmt - formats standard input to standard output', async () => {
    assert.deepEqual(await inProcess(['fmt', '-'], { stdin: messy }), { exit: 0, stdout: tidy, stderr: '' });
    assert.deepEqual(await inProcess(['fmt', '-', '--check'], { stdin: messy }), {
      exit: 1,
      stdout: '',
      stderr: '',
    });
    const broken = await inProcess(['fmt', '-'], { stdin: 'policy {' });
    assert.deepEqual([broken.exit, broken.stdout], [1, '']);
    assert.match(broken.stderr, /left as it is/);
  });

  it('check reads what a policy imports, and says it once', async () => {
    writeFileSync(join(folder, 'part.slapolicy'), 'events received, received\n');
    writeFileSync(path, 'import "part.slapolicy"\nevents answered\n');
    const both = await inProcess(['check', path, folder, '--format', 'json']);
    const { problems } = JSON.parse(both.stdout);
    const duplicates = problems.filter(({ code }: { code: string }) => code === 'name/duplicate');
    assert.equal(duplicates.length, 1);
    assert.ok(duplicates[0].file.endsWith('part.slapolicy'));
  });

  it('check --strict falls short for warnings too', async () => {
    const policy = readFileSync('test/cli/policies/desk.slapolicy', 'utf8');
    writeFileSync(
      path,
      policy
        .replace(/ +reopening.*\n/, '  reopening on reopened resumes\n')
        .replace(/answered by agent/, 'received'),
    );
    const lenient = await inProcess(['check', path]);
    const strict = await inProcess(['check', path, '--strict']);
    assert.match(lenient.stdout, /warning/);
    assert.deepEqual([lenient.exit, strict.exit], [0, 1]);
  });

  for (const [what, command] of [
    ['export', ['export', 'desk.slapolicy', '--out', 'no/such/folder/x.json']],
    ['report', ['report', 'desk.slapolicy', '--out', 'no/such/folder/x.html']],
    ['a folder', ['export', 'desk.slapolicy', '--out', '.']],
  ] as const) {
    it(`cannot write ${what} where there is no place`, async () => {
      const ran = await inProcess(command);
      assert.deepEqual([ran.exit, ran.stdout], [2, '']);
      assert.match(ran.stderr, /^slapolicy: .*(does not exist|is a folder)\.\n$/);
    });
  }
});
