import assert from 'node:assert/strict';
import { junitXml } from '../../../server/cli/format/junit.ts';
import type { RanScenario } from '../../../server/cli/runScenarios.ts';
import { inProcess } from '../inProcess.ts';

describe('JUnit', () => {
  it('is well-formed and counts', async () => {
    const { stdout } = await inProcess(['test', 'desk.slapolicy', '--format', 'junit']);
    assertWellFormed(stdout);
    assert.match(stdout, /<testsuites name="slapolicy" tests="3" failures="1" errors="0" skipped="0"/);
    assert.equal(stdout.match(/<testcase /g)?.length, 3);
    assert.equal(stdout.match(/<failure /g)?.length, 2);
  });

  it('escapes what titles say, and leaves out what XML cannot hold', () => {
    const place = { uri: 'file:///a&"b', start: 0, end: 0, line: 1, column: 1 };
    const ran = {
      scenario: { title: '</testcase>&<"\u0000\u001b\ud800𝒳', uri: place.uri, source: place },
      engine: { policy: { id: 'p' } },
      verdict: 'failed',
      expectations: [
        {
          verdict: 'failed',
          ok: false,
          expected: 'a < b',
          actual: ']]> & "c"',
          expectation: { source: place },
        },
      ],
    } as unknown as RanScenario;
    const xml = junitXml([ran], [], (uri) => uri);
    assertWellFormed(xml);
    assert.ok(xml.includes('name="&lt;/testcase&gt;&amp;&lt;&quot;𝒳"'), xml);
    assert.ok(xml.includes('a &lt; b') && xml.includes(']]&gt; &amp; &quot;c&quot;'));
  });
});

/** Tags nest, and nothing stands in texts that would need escaping. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>|<\?xml[^?]*\?>/g,
  )) {
    assert.match(xml.slice(at, match.index), /^[^<&]*(?:&(?:amp|lt|gt|quot);[^<&]*)*$/);
    at = match.index + match[0].length;
    const [, closing, name, , empty] = match;
    if (name === undefined) continue;
    if (closing) assert.equal(open.pop(), name);
    else if (!empty) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.equal(xml.slice(at).trim(), '');
}
