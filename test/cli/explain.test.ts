import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { codePages } from '../../server/cli/codePages.ts';
import { inProcess } from './inProcess.ts';

const rule = /['`]((?:tickets?|policy|role|benchmark|ladder)\/(?:[a-z]+-?)+)(\$\{word\})?['`]/g;

/** The rules of findings that the sources name. */
function namedRules(): string[] {
  const named = new Set<string>();
  for (const folder of ['server/engine/simulation', 'server/cli', 'server/cli/input']) {
    for (const name of readdirSync(folder).filter(
      (each) => each.endsWith('.ts') && each !== 'findingPages.ts',
    )) {
      for (const [, code = '', computed] of readFileSync(`${folder}/${name}`, 'utf8').matchAll(rule)) {
        for (const each of computed ? [`${code}field`, `${code}data`] : [code]) named.add(each);
      }
    }
  }
  return [...named].sort();
}

describe('explain', () => {
  const named = namedRules();

  it('finds the rules of findings in the sources', () => assert.ok(named.length > 20, named.join()));

  for (const code of new Set([...named, ...codePages.keys()])) {
    it(code, async () => {
      const { exit, stdout, stderr } = await inProcess(['explain', code], {
        terminal: 80,
        env: { NO_COLOR: '1' },
      });
      assert.deepEqual([exit, stderr], [0, '']);
      const page = codePages.get(code)!;
      assert.ok(stdout.includes(code) && stdout.includes(page.title));
      if (page.failing) assert.match(stdout, /^ +\^+/m);
      assert.doesNotMatch(stdout, /<\||\|>/);
    });
  }

  it('lists every code', async () => {
    const { stdout } = await inProcess(['explain']);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s/)[0]),
      [...codePages.keys()].sort(),
    );
  });
});
