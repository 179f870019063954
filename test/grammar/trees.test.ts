import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Declaration, Node } from '../../grammar/ast.ts';
import type { BlockName } from '../../grammar/keywords.ts';
import { parse } from '../../grammar/parse.ts';
import { walk } from '../../grammar/walk.ts';
import { inBlock } from './support/blocks.ts';
import { sketch } from './support/sketch.ts';

const file = new URL('./fixtures/trees.txt', import.meta.url);
const lines = readFileSync(file, 'utf8').split('\n');
const snippet = /^([a-z]+): (.+)$/;

describe('the tree', () => {
  if (process.env.UPDATE_GOLDENS === '1') {
    const kept = lines.filter((line) => !line.startsWith('  '));
    writeFileSync(
      file,
      kept.flatMap((line) => (snippet.test(line) ? [line, `  ${treeOf(line)}`] : [line])).join('\n'),
    );
    return;
  }
  lines.forEach((line, index) => {
    if (snippet.test(line)) it(`of ${line}`, () => assert.equal(lines[index + 1]?.trim(), treeOf(line)));
  });

  it('has a snippet for every kind of node', () => {
    const source = readFileSync(new URL('../../grammar/ast.ts', import.meta.url), 'utf8');
    const kinds = [...source.matchAll(/(?:kind:|Node<)((?:\s*\|?\s*'[^']+')+)/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/'([^']+)'/g)].map(([, name]) => name),
    );
    const seen = new Set<string>();
    for (const line of lines.filter((each) => snippet.test(each))) {
      for (const node of walk(declarationOf(line))) if ('kind' in node) seen.add(String(node.kind));
    }
    assert.deepEqual(
      kinds.filter((kind) => kind !== undefined && !seen.has(kind)),
      [],
    );
  });

  it('keeps every node inside its parent', () => {
    for (const line of lines.filter((each) => snippet.test(each))) within(declarationOf(line));
  });
});

function within(parent: Node): void {
  for (const node of walk(parent)) {
    assert.ok(
      parent.start <= node.start && node.start <= node.end && node.end <= parent.end,
      JSON.stringify(node),
    );
  }
}

function treeOf(line: string): string {
  const declaration = declarationOf(line);
  if (line.startsWith('file:')) return sketch(declaration);
  const clauses = 'clauses' in declaration ? declaration.clauses : [];
  const [first] = clauses;
  return sketch(first !== undefined && first.kind === 'step' ? first.clauses[0] : first);
}

function declarationOf(line: string): Declaration {
  const [, block = '', text = ''] = snippet.exec(line) ?? [];
  const { pieces } = parse(block === 'file' ? text : inBlock(block as BlockName, text));
  assert.deepEqual(
    pieces.flatMap(({ piece }) => piece.problems.map(({ message }) => message)),
    [],
    line,
  );
  return pieces[0]?.piece.declaration as Declaration;
}
