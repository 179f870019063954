import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { openPolicy, world } from './openPolicy.ts';

function drawn(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${detail ? `${detail} ` : ''}${name}`,
    ...drawn(children ?? [], depth + 1),
  ]);
}

describe('the outline', () => {
  it('shows declarations with what a reader looks for in them', () => {
    const { service, uri } = openPolicy(`${world}
dispute case {
  opens on asked
  step first { owner manager within 3 days on overdue -> ends as lost }
}
scenario "In time" {
  2026-01-05 10:00 received
  expect answer running
}`);
    const lines = drawn(service.documentSymbols(uri));
    const expected = [
      'policy care',
      'ticket ticket',
      '  channel',
      '  priority',
      'received',
      'event survey',
      '  score',
      'state waiting',
      'calendar office',
      'benchmark answer',
      '  within 1 day when priority is high',
      '  within 2 business days otherwise',
      'ladder late',
      '  at breach notify manager',
      'dispute case',
      '  step first',
      '    within 3 days',
      '    on overdue -> ends as lost',
      'scenario In time',
      '  expect answer running',
    ];
    assert.deepEqual(
      lines.filter((line) => expected.includes(line)),
      expected,
    );
  });

  it('gives each its whole range and, within it, its name', () => {
    const { service, uri, between } = openPolicy('\n// first\nbenchmark answer {\n  from a until b\n}\n');
    const [symbol] = service.documentSymbols(uri);
    assert.equal(between(symbol!.range), 'benchmark answer {\n  from a until b\n}');
    assert.equal(between(symbol!.selectionRange), 'answer');
  });

  it('holds the name within the range, whatever is missing', () => {
    for (const source of [
      'benchmark {',
      'scenario {',
      'policy',
      'event',
      'import',
      'calendar in UTC {',
      'dispute d { step {',
      'ticket {',
    ]) {
      const { service, uri, marked } = openPolicy(source);
      const check = (symbols: DocumentSymbol[]): void => {
        for (const { range, selectionRange, name, children } of symbols) {
          assert.notEqual(name, '', source);
          assert.ok(selectionRange.start.character >= range.start.character, source);
          assert.ok(selectionRange.end.character <= range.end.character, source);
          assert.ok(range.end.character <= marked.text.length, source);
          check(children ?? []);
        }
      };
      check(service.documentSymbols(uri));
    }
  });
});
