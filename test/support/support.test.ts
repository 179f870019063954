import assert from 'node:assert/strict';
import { annotate, annotated } from './annotated.ts';
import { marked } from './marked.ts';

describe('fixtures', () => {
  it('reads cursors and ranges', () => {
    assert.deepEqual(marked('a<|>b <|cd <|e|>|> f'), {
      text: 'ab cd e f',
      cursors: [1],
      ranges: [
        { start: 3, end: 7 },
        { start: 6, end: 7 },
      ],
    });
  });

  it('refuses a range that does not close', () => {
    assert.throws(() => marked('a <|b'));
    assert.throws(() => marked('a b|>'));
  });

  const text = ['policy p {', '    within 2 days', '    until x', '}', ''].join('\n');
  const problems = [
    { code: 'x/y', start: 0, end: 6 },
    { code: 'a/b', start: text.indexOf('within'), end: text.indexOf('within') + 6 },
    { code: 'c/d', start: text.indexOf('2 days'), end: text.indexOf('2 days') + 6 },
    { code: 'e/f', start: text.indexOf('x'), end: text.indexOf('x') + 1 },
  ];

  it('draws problems under their line and reads them back', () => {
    const drawn = annotate(text, problems);
    assert.equal(drawn.split('\n')[1], '//@0+6 x/y');
    assert.equal(drawn.split('\n')[4], '//         ^^^^^^ c/d');
    assert.deepEqual(
      annotated(drawn).map((each) => [each.code, drawn.slice(each.start, each.end)]),
      [
        ['x/y', 'policy'],
        ['a/b', 'within'],
        ['c/d', '2 days'],
        ['e/f', 'x'],
      ],
    );
  });
});
