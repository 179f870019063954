import assert from 'node:assert/strict';
import { parse } from '../../grammar/parse.ts';
import { childrenOf, nodeAt, walk } from '../../grammar/walk.ts';
import { marked } from '../support/marked.ts';

describe('walking a tree', () => {
  it('finds the nodes around a cursor, outermost first', () => {
    assert.deepEqual(kindsAt('benchmark b { within 2 days when pri<|>ority is urgent }'), [
      'benchmark',
      'within',
      'comparison',
      'name',
    ]);
    assert.deepEqual(kindsAt('benchmark b { within 2 days when priority<|> is urgent }').at(-1), 'name');
    assert.deepEqual(
      kindsAt('benchmark b { within 2 days when priority <|>is urgent }').at(-1),
      'comparison',
    );
    assert.deepEqual(kindsAt('benchmark b<|> { within 2 days }').at(-1), 'name');
    assert.deepEqual(kindsAt('benchmark b { meets acma<|>.fast }').at(-1), 'name');
    assert.deepEqual(kindsAt('benchmark b {<|> }'), ['benchmark']);
  });

  it('visits children in the order of the text, each once', () => {
    const declaration = declarationOf(
      'calendar c { closed 2026-11-03 12:00-13:00 "x" open mon 09:00-17:00 }',
    );
    const [name, closed] = childrenOf(declaration);
    assert.deepEqual([name, closed].map(kindOf), ['name', 'closed']);
    const visited = [...walk(declaration)];
    assert.equal(new Set(visited).size, visited.length);
    assert.ok(visited.some((node) => kindOf(node) === 'span'));
  });

  it('finds nothing outside', () => {
    assert.deepEqual(nodeAt(declarationOf('  roles a'), 0), []);
  });
});

function kindsAt(source: string): readonly string[] {
  const { text, cursors } = marked(source);
  return nodeAt(declarationOf(text), cursors[0] as number).map(kindOf);
}

function declarationOf(text: string) {
  const declaration = parse(text).pieces[0]?.piece.declaration;
  assert.ok(declaration !== undefined);
  return declaration;
}

function kindOf(node: object | undefined): string {
  return node !== undefined && 'kind' in node ? String(node.kind) : '';
}
