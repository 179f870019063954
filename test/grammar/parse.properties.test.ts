import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../grammar/parse.ts';
import { parsePiece } from '../../grammar/parsePiece.ts';
import type { Tree } from '../../grammar/tree.ts';
import { fixture, mutate, mutation } from './support/mutations.ts';

const example = fixture('example');
const parts = [example, fixture('clauses'), fixture('calendar')];

describe('parsing whatever comes', function () {
  this.timeout(60_000);

  it('never throws, and its pieces tile the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 })), (text) =>
        tiles(parse(text)),
      ),
      { numRuns: 60 },
    );
  });

  it('survives every mutation of the example, and its problems lie within their pieces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...parts),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (text, mutations) => {
          const tree = parse(mutations.reduce(mutate, text));
          tiles(tree);
          for (const { piece } of tree.pieces) {
            for (const { start, end } of piece.problems) {
              assert.ok(
                0 <= start && start <= end && end <= piece.text.length,
                `${start}..${end} of ${piece.text.length}`,
              );
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads in one go what reading each piece by itself finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.array(mutation, { maxLength: 4 }), (text, mutations) => {
        for (const { piece } of parse(mutations.reduce(mutate, text)).pieces)
          assert.deepEqual(piece, parsePiece(piece.text));
      }),
      { numRuns: 60 },
    );
  });

  it('survives being cut anywhere', () => {
    for (let end = 0; end < example.length; end += 61) {
      tiles(parse(example.slice(0, end)));
      tiles(parse(example.slice(end)));
    }
  });
});

describe('parsing again after an edit', function () {
  this.timeout(60_000);

  it('finds what a fresh reading finds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...parts),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        (start, mutations) => {
          let text = start;
          let tree = parse(text);
          for (const each of mutations) {
            text = mutate(text, each);
            tree = parse(text, tree);
            assert.deepEqual(tree, parse(text));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the pieces that the edit does not touch', () => {
    const tree = parse(example);
    const offset = example.indexOf('2 business days  when priority');
    const edited = parse(`${example.slice(0, offset)}3${example.slice(offset + 1)}`, tree);
    const kept = edited.pieces.filter(({ piece }, index) => piece === tree.pieces[index]?.piece);
    assert.equal(kept.length, tree.pieces.length - 1);
  });
});

function tiles(tree: Tree): void {
  let offset = 0;
  for (const placed of tree.pieces) {
    assert.equal(placed.offset, offset);
    assert.equal(placed.piece.text, tree.text.slice(offset, offset + placed.piece.text.length));
    offset += placed.piece.text.length;
  }
  assert.equal(offset, tree.text.length);
}
