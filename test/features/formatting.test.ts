import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { createDocument, offsetAt } from '../../server/model/document.ts';
import { openPolicy, world } from './openPolicy.ts';

function apply(text: string, edits: readonly TextEdit[]): string {
  const document = createDocument('file:///x', text);
  return [...edits].reverse().reduce((result, { range, newText }) => {
    const [start, end] = [offsetAt(document, range.start), offsetAt(document, range.end)];
    return result.slice(0, start) + newText + result.slice(end);
  }, text);
}

function formatted(source: string): string {
  const { service, uri, text } = openPolicy(source);
  const formatting = service.formatting(uri);
  assert.ok(formatting.ok);
  return apply(text, formatting.edits);
}

describe('formatting', () => {
  it('brings a file into the one layout', () => {
    assert.equal(
      formatted('policy   p {title "x"  version "1"}\n'),
      formatted(formatted('policy p { title "x" version "1" }\n')),
    );
  });

  it('touches only the lines that change', () => {
    const { service, uri, between } = openPolicy(`${formatted(world)}roles    a,b\n`);
    const formatting = service.formatting(uri);
    assert.ok(formatting.ok);
    assert.deepEqual(
      formatting.edits.map(({ range }) => between(range)),
      ['roles    a,b\n'],
    );
  });

  it('has nothing to do where all is well', () => {
    const { service, uri } = openPolicy(formatted(world));
    assert.deepEqual(service.formatting(uri), { ok: true, edits: [] });
  });

  it('keeps the line breaks of Windows', () => {
    const text = formatted(world.replaceAll('\n', '\r\n'));
    assert.equal(text, formatted(world).replaceAll('\n', '\r\n'));
  });

  it('keeps characters beyond the first plane whole', () => {
    const text = formatted('// 😀 é\npolicy p {title   "😀"}\n');
    assert.ok(text.startsWith('// 😀 é\npolicy p { title "😀" }') || text.includes('title "😀"'), text);
  });

  it('leaves a file alone that cannot be read, and says why', () => {
    const { service, uri } = openPolicy('policy p {\n  title "x"\n  timezone\n}');
    const formatting = service.formatting(uri);
    assert.ok(!formatting.ok);
    assert.match(formatting.message, /^Line 3 cannot be read\. \S/);
  });
});
