import assert from 'node:assert/strict';
import { createDocument, offsetAt, pieceAt, positionAt } from '../../server/model/document.ts';

const text = 'events a\r\nevents 𝄞\n\nevents b';
const document = createDocument('file:///a.slapolicy', text);

describe('positions', () => {
  const cases: [offset: number, line: number, character: number][] = [
    [0, 0, 0],
    [8, 0, 8],
    [10, 1, 0],
    [19, 1, 9],
    [20, 2, 0],
    [21, 3, 0],
    [text.length, 3, 8],
  ];
  for (const [offset, line, character] of cases)
    it(`offset ${offset} is line ${line}, character ${character}`, () => {
      assert.deepEqual(positionAt(document, offset), { line, character });
      assert.equal(offsetAt(document, { line, character }), offset);
    });

  it('outside the text are at its ends', () => {
    assert.deepEqual(positionAt(document, -1), { line: 0, character: 0 });
    assert.deepEqual(positionAt(document, 1000), { line: 3, character: 8 });
    assert.equal(offsetAt(document, { line: 9, character: 0 }), text.length);
    assert.equal(offsetAt(document, { line: -1, character: 3 }), 0);
  });

  it('beyond a line are at its end, before the break', () => {
    assert.equal(offsetAt(document, { line: 0, character: 99 }), 8);
    assert.equal(offsetAt(document, { line: 2, character: 5 }), 20);
  });

  it('belong to the piece that holds them', () => {
    for (const placed of document.tree.pieces) {
      assert.equal(pieceAt(document, placed.offset), placed);
      assert.equal(pieceAt(document, placed.offset + placed.piece.text.length - 1), placed);
    }
    assert.equal(pieceAt(createDocument('file:///b', ''), 0)?.offset ?? 0, 0);
  });
});
