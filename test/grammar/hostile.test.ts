import assert from 'node:assert/strict';
import { parse } from '../../grammar/parse.ts';
import { format } from '../../grammar/printer.ts';
import { fixture } from './support/mutations.ts';

const size = 300_000;
const example = fixture('example');

/** Text that is no policy. What takes quadratic time at this size takes minutes. */
const hostile: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a byte order mark': '\ufeff',
  'opening braces': fill('{'),
  'closing braces': fill('}'),
  'braces in pairs': fill('a{}'),
  'opening parentheses': `benchmark a { applies when ${fill('(')}`,
  quotes: fill('"'),
  backticks: fill('`'),
  'comments without an end': fill('/* '),
  'comment after comment': fill('/// x\n'),
  'signs that mean nothing': fill(';:'),
  'one name': fill('a-'),
  'names without a comma': `events ${fill('a ')}`,
  'commas without a name': `events ${fill(',')}`,
  'declaration words': fill('policy '),
  'declarations without an end': fill('policy a {\n'),
  'declarations inside an open block': `benchmark x {\n${fill('report a to ')}`,
  'steps inside steps': `dispute d {\n${fill('step s {\n')}`,
  'broken clauses': fill('benchmark a {\n withn 2 days\n within\n x y z\n}\n'),
  'one block of broken clauses': `benchmark a {\n${fill(' withn 2 days\n')}`,
  'zero bytes': fill('\0'),
  'UTF-16 read as bytes': fill(Buffer.from(example, 'utf16le').toString('latin1')),
  'UTF-16 read as UTF-8': fill(Buffer.from(example, 'utf16le').toString('utf8')),
  'random bytes': randomBytes().toString('latin1'),
  'random bytes as UTF-8': randomBytes().toString('utf8'),
  'half of an emoji': fill('\ud83d'),
  'not not not': `benchmark a { applies when ${fill('not ')}`,
  'moments in moments': `benchmark a { from ${fill('1 day after ')}`,
  'conditions in conditions': `benchmark a { from ${fill('a where ')}`,
  'percent of percent': `remedy r on x { pays ${fill('5% of ')}`,
  'lists in lists': `remedy r on x { pays ${fill('greater of ')}`,
  'a text full of escapes': `policy p { title "${fill('\\"')}`,
  'one long line': example.replaceAll('\n', ' ').repeat(40),
};

describe('text that is no policy', function () {
  this.timeout(60_000);

  for (const [name, text] of Object.entries(hostile)) {
    it(`${name}: problems at most, and soon`, () => {
      const started = performance.now();
      const tree = parse(text);
      assert.ok(performance.now() - started < 20_000);
      assert.equal(tree.pieces.map(({ piece }) => piece.text).join(''), text);
      assert.ok(tree.pieces.every(({ piece }) => piece.problems.length <= 202));
    });
  }

  it('is not formatted', () => {
    const result = format('benchmark a {\n  withn 2 days\n}\n');
    assert.ok('problems' in result);
    assert.deepEqual(
      result.problems.map(({ code, start, end }) => [code, start, end]),
      [['syntax/unknown-clause', 16, 21]],
    );
  });

  it('says of what stands too deep, and of what is too long', () => {
    const deep = `benchmark a { applies when ${'('.repeat(100)}a${')'.repeat(100)} }`;
    assert.deepEqual(codesOf(deep), ['syntax/too-deep']);
    assert.deepEqual(codesOf(`benchmark a { applies when ${'('.repeat(40)}a${')'.repeat(40)} }`), []);
    assert.ok(codesOf(`benchmark a {\n${'  withn 2 days\n'.repeat(200)}}`).includes('syntax/too-long'));
    assert.deepEqual(codesOf(`events ${'a, '.repeat(150_000)}b`), ['syntax/too-long']);
  });

  it('of an unclosed comment takes one line', () => {
    const text = 'benchmark a {\n  /* within 2 days\n  within 3 days\n}\n';
    assert.deepEqual(codesOf(text), ['syntax/unclosed-comment']);
    const { declaration } = parse(text).pieces[0]?.piece ?? {};
    assert.ok(declaration?.kind === 'benchmark' && declaration.clauses.length === 1);
  });
});

function codesOf(text: string): readonly string[] {
  return parse(text).pieces.flatMap(({ piece }) => piece.problems.map(({ code }) => code));
}

function fill(text: string): string {
  return text.repeat(Math.ceil(size / text.length));
}

/** The same bytes each time. */
function randomBytes(): Buffer {
  const bytes = Buffer.alloc(size);
  let state = 12345;
  for (let index = 0; index < size; index++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    bytes[index] = state >> 16;
  }
  return bytes;
}
