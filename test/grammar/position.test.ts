import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLineIndex } from '../../grammar/position.ts';

describe('the line index', () => {
  it('knows LF, CR LF and a lone CR, and counts UTF-16 units', () => {
    const index = createLineIndex('ab\ncd\r\ne😀f\rg');
    assert.equal(index.lineCount, 4);
    assert.deepEqual(index.positionAt(0), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(2), { line: 0, character: 2 });
    assert.deepEqual(index.positionAt(3), { line: 1, character: 0 });
    assert.deepEqual(index.positionAt(10), { line: 2, character: 3 });
    assert.deepEqual(index.positionAt(12), { line: 3, character: 0 });
    assert.equal(index.offsetAt({ line: 2, character: 3 }), 10);
  });

  it('takes what is out of bounds for the nearest place inside', () => {
    const index = createLineIndex('ab\r\ncd');
    assert.deepEqual(index.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(index.positionAt(3), { line: 0, character: 2 }, 'between CR and LF');
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(index.offsetAt({ line: 1, character: 99 }), 6);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 6);
    assert.equal(index.offsetAt({ line: -1, character: 5 }), 0);
    assert.equal(index.offsetAt({ line: 1, character: -5 }), 4);
  });

  it('has one line in an empty text, and an empty last line behind a line break', () => {
    assert.equal(createLineIndex('').lineCount, 1);
    assert.equal(createLineIndex('a\n').lineCount, 2);
    assert.deepEqual(createLineIndex('a\n').positionAt(2), { line: 1, character: 0 });
  });

  it('goes there and back', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀', 'é') });
    fc.assert(
      fc.property(text, fc.nat(40), (source, place) => {
        const index = createLineIndex(source);
        const offset = Math.min(place, source.length);
        const inside = source[offset - 1] === '\r' && source[offset] === '\n';
        assert.equal(index.offsetAt(index.positionAt(offset)), inside ? offset - 1 : offset);
      }),
    );
  });
});
