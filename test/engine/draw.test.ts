import assert from 'node:assert/strict';
import { drawFor, isDrawn } from '../../server/engine/value/draw.ts';

describe('a draw', () => {
  // Audits that were held once must find the same replies again: these never change.
  const pinned: [string, string][] = [
    ['written-reply|T-1|resolved|1', '218cbf0d'],
    ['written-reply|T-1|resolved|2', '1a2f6302'],
    ['code.last-word|Ä-1|acknowledged|1', 'f85434c6'],
    ['', 'ab3e7c0b'],
  ];
  for (const [name, draw] of pinned) it(`for ${name} is ${draw}`, () => assert.equal(drawFor(name), draw));

  it('is spread evenly over all', () => {
    const share = { n: 5n, d: 1n };
    const drawn = Array.from({ length: 20_000 }, (_, i) => drawFor(`written-reply|T-${i}|resolved|1`));
    const count = drawn.filter((draw) => isDrawn(draw, share)).length;
    assert.ok(Math.abs(count - 1000) < 100, `${count} of 20,000 for 5%`);
  });

  it('is below a share exactly, and in none or in all at the ends', () => {
    assert.equal(isDrawn('00000000', { n: 0n, d: 1n }), false);
    assert.equal(isDrawn('ffffffff', { n: 100n, d: 1n }), true);
    assert.equal(isDrawn('7fffffff', { n: 50n, d: 1n }), true);
    assert.equal(isDrawn('80000000', { n: 50n, d: 1n }), false);
    assert.equal(isDrawn('00000000', { n: 1n, d: 1000n }), true);
  });
});
