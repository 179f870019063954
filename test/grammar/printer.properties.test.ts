import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lexer } from '../../grammar/lexer.ts';
import { parse } from '../../grammar/parse.ts';
import { format } from '../../grammar/printer.ts';
import { fixture, mutate, mutation } from './support/mutations.ts';
import { plainDeclarations } from './support/plain.ts';

const texts = ['example', 'clauses', 'calendar'];
/** Three neighbours each, so that columns and borders between declarations are tried as well. */
const declarations = texts.flatMap((name) => {
  const pieces = parse(fixture(name)).pieces.map(({ piece }) => piece.text);
  return pieces.map((_, index) => pieces.slice(index, index + 3).join(''));
});

const trivia = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n',
  '\n\n',
  '\n\n\n',
  '\r\n',
  '\r',
  ' // c\n',
  '\n// c  \n',
  '\n/// d\n',
  ' /* b */ ',
  '\n/* b */\n',
  ' /* b\n   c */ ',
  '\n\n/* b\n   c */\n',
);

describe('the formatter', function () {
  this.timeout(60_000);

  it('changes nothing but blanks, and nothing at all the second time, whatever stands between the tokens', () => {
    fc.assert(
      fc.property(fc.nat(declarations.length - 1), fc.array(trivia, { minLength: 1 }), (index, between) => {
        const images = new Lexer(declarations[index] as string).rest().map(({ image }) => image);
        const respaced = images.map((image, at) => image + between[at % between.length]).join('');
        const formatted = succeed(respaced);
        assert.deepEqual(contentOf(formatted), contentOf(respaced));
        assert.deepEqual(plainDeclarations(parse(formatted)), plainDeclarations(parse(respaced)));
        assert.equal(succeed(formatted), formatted);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a text with problems, and formats what has none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (name, mutations) => {
          const mutated = mutations.reduce(mutate, fixture(name));
          const result = format(mutated);
          if ('problems' in result)
            assert.ok(result.problems.every(({ code }) => code !== 'syntax/not-formatted'));
          else assert.equal(succeed(result.text), result.text);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function succeed(text: string): string {
  const result = format(text);
  if ('problems' in result) assert.fail(JSON.stringify(result.problems[0]));
  return result.text;
}

function contentOf(text: string): readonly string[] {
  const lexer = new Lexer(text);
  const tokens = lexer.rest().map(({ image }) => image);
  const comments = lexer.comments.map(({ start, end }) =>
    text.slice(start, end).replace(/\r\n?/g, '\n').trimEnd(),
  );
  return [...tokens, ...comments];
}
