import assert from 'node:assert/strict';
import { visible, visibleLine } from '../../../server/cli/terminal/visible.ts';
import { cutTo, padFrom, padTo, widthOf, wrap } from '../../../server/cli/terminal/width.ts';
import { inProcess } from '../inProcess.ts';

describe('terminal', () => {
  for (const [text, width] of [
    ['abc', 3],
    ['日本', 4],
    ['𝒳', 1],
    ['e\u0301', 1],
    ['🙂', 2],
    ['ﾊ', 1],
    ['Ａ', 2],
  ] as const) {
    it(`gives ${text} ${width} columns`, () => assert.equal(widthOf(text), width));
  }

  it('pads and cuts by columns', () => {
    assert.equal(padTo('日', 4), '日  ');
    assert.equal(padFrom('日', 4), '  日');
    assert.equal(cutTo('日本語', 4), '日…');
    assert.equal(cutTo('abc', 3), 'abc');
    assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrap('unbreakable', 3), ['unbreakable']);
  });

  it('shows what a terminal would obey', () => {
    assert.equal(visible('a\u001b[2Jb\u0007\u009b\u202e\ud800'), 'a␛[2Jb␇<U+009B><U+202E><U+D800>');
    assert.equal(visible('𝒳\n\té'), '𝒳\n\té');
    assert.equal(visibleLine('a\nb\tc'), 'a␊b c');
  });

  const sequence = '\u001b[';
  for (const [what, options, coloured] of [
    ['a terminal', { terminal: 80 }, true],
    ['a terminal with NO_COLOR', { terminal: 80, env: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR', { terminal: 80, env: { NO_COLOR: '' } }, true],
    ['a terminal without abilities', { terminal: 80, env: { TERM: 'dumb' } }, false],
    ['a pipe', {}, false],
  ] as const) {
    it(`has ${coloured ? '' : 'no '}colours on ${what}`, async () => {
      for (const command of [
        ['check', 'wrong.slapolicy'],
        ['test', 'wrong.slapolicy'],
        ['--help'],
        ['explain'],
      ]) {
        const { stdout } = await inProcess(command, options);
        assert.equal(stdout.includes(sequence), coloured, stdout);
      }
    });
  }

  it('keeps within the width of a terminal', async () => {
    for (const terminal of [60, 80, 120]) {
      const env = { NO_COLOR: '1' };
      const ran = await inProcess(
        ['simulate', '../../policies/desk.slapolicy', '--tickets', 'tickets.ndjson'],
        { terminal, env, cwd: 'test/cli/goldens/simulate-timeline' },
      );
      const [tickets = ''] = ran.stdout.split('\nSummary');
      for (const line of tickets.split('\n')) assert.ok(widthOf(line) <= terminal, line);
    }
  });
});
