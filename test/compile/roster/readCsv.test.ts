import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCsv, type Separator, separators } from '../../../server/compile/roster/readCsv.ts';
import '../../support/properties.ts';

const read = (text: string, separator: Separator = ',') =>
  readCsv(text, separator).rows.map((row) => row.map(({ value }) => value));

describe('comma-separated values', () => {
  const cases: [what: string, text: string, rows: string[][]][] = [
    [
      'lines that end with LF',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'lines that end with CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'lines that end with CR',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a last line without an end', 'a\nb', [['a'], ['b']]],
    [
      'a byte order mark',
      '\uFEFFname,role\nana,agent',
      [
        ['name', 'role'],
        ['ana', 'agent'],
      ],
    ],
    ['a byte order mark before a quote', '\uFEFF"name"\nana', [['name'], ['ana']]],
    ['separators in quotes', '"Chen, Li",agent', [['Chen, Li', 'agent']]],
    ['quotes in quotes', '"Li ""Lee"" Chen"', [['Li "Lee" Chen']]],
    [
      'line breaks in quotes',
      '"a\r\nb",c\nd,e',
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['empty cells', ',a,,"",\n', [['', 'a', '', '', '']]],
    ['blank lines', '\n\na\n  \n,,\nb\n\n', [['a'], ['b']]],
    ['nothing', '', []],
    ['a quote inside a bare cell', 'O\'Neill "F",x', [['O\'Neill "F"', 'x']]],
  ];
  for (const [what, text, rows] of cases) it(`reads ${what}`, () => assert.deepEqual(read(text), rows));

  const broken: [what: string, text: string, at: string, rows: string[][]][] = [
    [
      'a quote that is never closed',
      'a,b\n"c,d\ne,f',
      '"',
      [
        ['a', 'b'],
        ['e', 'f'],
      ],
    ],
    ['text after a closing quote', 'a\n"b"c,d\ne', 'c', [['a'], ['e']]],
  ];
  for (const [what, text, at, rows] of broken)
    it(`leaves out the line with ${what}, and reads the others`, () => {
      const csv = readCsv(text, ',');
      assert.deepEqual(
        csv.problems.map(({ start, end }) => text.slice(start, end)),
        [at],
      );
      assert.deepEqual(read(text), rows);
    });

  it('knows where every cell stands', () => {
    const text = '\uFEFF"Chen, Li",agent\r\nana,"le""ad"';
    const cells = readCsv(text, ',').rows.flat();
    assert.deepEqual(
      cells.map(({ start, end }) => text.slice(start, end)),
      ['"Chen, Li"', 'agent', 'ana', '"le""ad"'],
    );
  });

  it('reads what any writer of RFC 4180 writes', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', ' ', 'é'),
      maxLength: 6,
    });
    const row = fc
      .array(cell, { minLength: 2, maxLength: 4 })
      .filter((cells) => cells.some((text) => text.trim() !== ''));
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        fc.constantFrom(...separators),
        fc.constantFrom('\r\n', '\n', '\r'),
        (rows, separator, end) => {
          const text = rows.map((cells) => cells.map(quoted).join(separator)).join(end);
          assert.deepEqual(read(text, separator), rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('neither fails nor loses its place, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 40 }),
        (text) => {
          const { rows, problems } = readCsv(text, ',');
          for (const { start, end } of [...rows.flat(), ...problems])
            assert.ok(start >= 0 && start <= end && end <= text.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
