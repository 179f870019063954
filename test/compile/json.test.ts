import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type JsonNode, readJson } from '../../server/compile/json/readJson.ts';
import '../support/properties.ts';

/** What a node means, by the text that it covers. */
function meaningOf(text: string, node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, meaningOf(text, value)]));
    case 'array':
      return node.items.map((item) => meaningOf(text, item));
    default:
      return JSON.parse(text.slice(node.start, node.end));
  }
}

describe('JSON with places', () => {
  it('reads what JSON.parse reads, and knows where it stands', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const read = readJson(text);
        assert.ok(read.ok);
        assert.equal(JSON.stringify(meaningOf(text, read.node)), JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 200 },
    );
  });

  it('passes over a byte order mark, and every offset stays', () => {
    const text = '\uFEFF["ana"]';
    const read = readJson(text);
    assert.ok(read.ok && read.node.kind === 'array');
    const [item] = read.node.items;
    assert.equal(text.slice(item!.start, item!.end), '"ana"');
  });

  it('says where a text stops being JSON', () => {
    const read = readJson('[{"name": ana}]');
    assert.ok(!read.ok);
    assert.equal(read.offset, 10);
  });

  it('refuses what is nested too deep', () => {
    const read = readJson('['.repeat(5000) + ']'.repeat(5000));
    assert.ok(!read.ok);
  });
});
