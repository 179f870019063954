import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcess } from './inProcess.ts';

describe('report', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'slapolicy-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const report = async (policy: string, ...more: string[]) => {
    const out = join(folder, 'page.html');
    const ran = await inProcess(['report', policy, '--out', out, ...more]);
    return { ...ran, page: readFileSync(out, 'utf8') };
  };

  it('says what is promised, by what right, and how the cases go', async () => {
    const tickets = '../goldens/simulate-timeline/tickets.ndjson';
    const { exit, stdout, stderr, page } = await report('desk.slapolicy', '--tickets', tickets);
    // A scenario beside the policy fails on purpose.
    assert.deepEqual([exit, stdout, stderr], [1, '', '']);
    for (const text of [
      'Service desk',
      'Thu 1 Jan 2026 to Thu 31 Dec 2026',
      'Service Standard 2024, s 3(1)',
      'From received until answered by agent',
      'within 4 business hours',
      'when priority is high or vip',
      'Open on Monday, Tuesday, Wednesday, Thursday and Friday, 09:00 to 17:00',
      'Closed on Fri 3 Apr 2026: Good Friday',
      'The clock pauses while waiting',
      'Reopened lets the clock go on where it stopped',
      'notify lead, agent; raise priority',
      'Easter is not counted',
      'Sat 4 Apr 2026 not counted: Saturday',
      'at least 90% each month',
      '33.33%',
      '3 tickets',
    ]) {
      assert.ok(page.includes(text), text);
    }
    assert.equal(page.match(/<svg /g)?.length, 3);
    assert.equal(page.match(/class="verdict passed"/g)?.length, 2);
    assert.equal(page.match(/class="verdict failed"/g)?.length, 1);
  });

  it('needs nothing else, prints on A4, and gives the same bytes again', async () => {
    const first = await report('desk.slapolicy');
    const second = await report('desk.slapolicy');
    assert.equal(first.page, second.page);
    assert.doesNotMatch(first.page, /<script|<link|src=|url\(|@import|https?:/);
    assert.match(first.page, /@page\{size:A4/);
    assert.match(first.page, /prefers-color-scheme:dark/);
    assertTagsNest(first.page);
  });

  it('goes to standard output with -', async () => {
    const { page } = await report('desk.slapolicy');
    assert.equal((await inProcess(['report', 'desk.slapolicy', '--out', '-'])).stdout, page);
  });

  it('lets nothing that a policy says become markup', async () => {
    const bomb = '</style><script>alert(1)</script><img src=x onerror=alert(2)>\u202e';
    const policy = readFileSync('test/cli/policies/desk.slapolicy', 'utf8');
    writeFileSync(
      join(folder, 'bomb.slapolicy'),
      policy
        .replace('"Service desk"', `"${bomb}"`)
        .replace('"Service Standard 2024, s 3(1)"', `"${bomb}"`)
        .replace('"Good Friday"', `"${bomb}"`)
        .concat(`scenario "${bomb}" {\n  2026-04-01 10:00  received\n  expect answer running\n}\n`),
    );
    const { page, stderr } = await report(join(folder, 'bomb.slapolicy'));
    assert.equal(stderr, '');
    assert.ok(page.includes('&lt;script&gt;alert(1)'));
    assert.doesNotMatch(page, /<script|<img|\u202e/);
    assert.equal(page.match(/<\/style>/g)?.length, 1);
    assertTagsNest(page);
  });
});

const empty = new Set(['meta', 'line', '!doctype']);

function assertTagsNest(page: string): void {
  const open: string[] = [];
  for (const [, closing, name = ''] of page.matchAll(/<(\/?)([a-z0-9!]+)(?:\s[^<>]*)?>/g)) {
    if (empty.has(name)) continue;
    if (closing) assert.equal(open.pop(), name);
    else open.push(name);
  }
  assert.deepEqual(open, []);
}
