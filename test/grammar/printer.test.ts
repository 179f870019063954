import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { format } from '../../grammar/printer.ts';
import { matchesGolden } from '../support/golden.ts';
import { fixture } from './support/mutations.ts';

const folder = 'test/grammar/fixtures/format';

describe('the formatter', () => {
  for (const name of readdirSync(folder)) {
    it(`lays out ${name}`, () => {
      const formatted = formattedText(readFileSync(`${folder}/${name}/before.slapolicy`, 'utf8'));
      assert.equal(formattedText(formatted), formatted);
      matchesGolden(`${folder}/${name}/after.slapolicy`, formatted);
    });
  }

  for (const name of ['example', 'clauses', 'calendar']) {
    it(`lays out the ${name} of the language`, () => {
      matchesGolden(`test/grammar/fixtures/${name}.formatted.slapolicy`, formattedText(fixture(name)));
    });
  }

  it('ends every text with one line break, and nothing with none', () => {
    assert.equal(formattedText(''), '');
    assert.equal(formattedText(' \n\n'), '');
    assert.equal(formattedText('roles a'), 'roles a\n');
    assert.equal(formattedText('roles a\n\n\n'), 'roles a\n');
    assert.equal(formattedText('// only a comment'), '// only a comment\n');
  });

  it('keeps the line breaks that most lines have', () => {
    assert.equal(formattedText('roles   a\r\nroles b\r\nroles c\n'), 'roles a\r\nroles b\r\nroles c\r\n');
    assert.equal(formattedText('roles   a\nroles b\r\nroles c\n'), 'roles a\nroles b\nroles c\n');
    assert.equal(formattedText('/* a\r\n b */\r\nroles c\r\n'), '/* a\r\n b */\r\nroles c\r\n');
  });

  it('keeps a byte order mark', () => {
    assert.equal(formattedText('\ufeffroles  a'), '\ufeffroles a\n');
  });

  it('refuses a text with problems and says which', () => {
    const result = format('roles a\nbenchmark b {\n  withn 2 days\n}\n');
    assert.ok('problems' in result);
    assert.deepEqual(
      result.problems.map(({ code, start, end, fix }) => ({ code, start, end, fix: fix?.start })),
      [{ code: 'syntax/unknown-clause', start: 24, end: 29, fix: 24 }],
    );
  });
});

function formattedText(text: string): string {
  const result = format(text);
  if ('problems' in result) assert.fail(JSON.stringify(result.problems[0]));
  return result.text;
}
