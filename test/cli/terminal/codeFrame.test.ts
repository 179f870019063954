import assert from 'node:assert/strict';
import { codeFrame } from '../../../server/cli/terminal/codeFrame.ts';
import { plainStyle } from '../../../server/cli/terminal/style.ts';
import { marked } from '../../support/marked.ts';

/** What `<|…|>` marks, and the frame that shows it. */
const frames: [what: string, source: string, frame: string[]][] = [
  ['a word', 'one\ntwo <|three|> four\n', ['  1 │ one', '  2 │ two three four', '    │     ^^^^^']],
  ['the beginning of a text', '<|a|> b', ['  1 │ a b', '    │ ^']],
  ['the end of a text', 'a b<||>', ['  1 │ a b', '    │    ^']],
  ['an empty line', 'a\n\n<||>\n', ['  3 │', '    │ ^']],
  ['after a blank line', 'a\n\n<|b|>', ['  3 │ b', '    │ ^']],
  ['tabs', '\ta\t<|b\tc|>', ['  1 │     a   b   c', '    │         ^^^^^']],
  ['wide characters', '日本<|語|>x', ['  1 │ 日本語x', '    │     ^^']],
  ['characters of two units', '𝒳𝒳 <|y|>', ['  1 │ 𝒳𝒳 y', '    │    ^']],
  ['accents that are characters of their own', 'e\u0301 <|x|>', ['  1 │ e\u0301 x', '    │   ^']],
  ['several lines', 'a <|b\nc\nd|> e', ['  1 │ a b', '    │   ^', '    │ up to line 3']],
  ['line feeds of Windows', 'a\r\n<|b|>\r\nc', ['  1 │ a', '  2 │ b', '    │ ^']],
  ['what a terminal would obey', '\u001b[31m<|x|>\u202e', ['  1 │ ␛[31mx<U+202E>', '    │      ^']],
];

describe('code frames', () => {
  for (const [what, source, expected] of frames) {
    it(what, () => assert.deepEqual(frameOf(source), expected));
  }

  it('cuts a long line around what is marked', () => {
    const [line = '', underline = ''] = frameOf(`${'x'.repeat(300)}<|here|>${'y'.repeat(300)}`);
    assert.ok(line.length <= plainStyle.width, line);
    assert.equal(line.indexOf('here'), underline.indexOf('^^^^'));
    assert.match(line, /…x+herey+…$/);
  });

  it('shows the beginning of a long mark', () => {
    const [line = '', underline = ''] = frameOf(`${'x'.repeat(300)}<|${'h'.repeat(300)}|>`);
    assert.ok(line.length <= plainStyle.width && underline.length <= plainStyle.width);
    assert.match(line, /xh+…$/);
  });
});

function frameOf(source: string): string[] {
  const { text, ranges } = marked(source);
  const [{ start, end } = { start: 0, end: 0 }] = ranges;
  const line = text.slice(0, start).split('\n').length;
  return codeFrame({ text, start, end, line }, { style: plainStyle, colour: 'red', before: true });
}
