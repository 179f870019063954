import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestTicket } from '../../../server/cli/input/rawTicket.ts';
import { splitAll, splitTickets } from '../../../server/cli/input/splitTickets.ts';

/** Each item as `line:column text`, damage as `line:column !rule`. */
function split(text: string | Buffer): string[] {
  return [...splitAll(Buffer.from(text))].map((item) =>
    item.kind === 'ticket'
      ? `${item.line}:${item.column} ${item.text.trimEnd()}`
      : `${item.line}:${item.column} !${item.rule}`,
  );
}

const cases: [what: string, text: string, items: string[]][] = [
  ['nothing', '', []],
  ['blank lines', '\n \n\t\n', []],
  ['one ticket a line', '{"id":1}\n{"id":2}\n', ['1:1 {"id":1}', '2:1 {"id":2}']],
  ['no line feed at the end', '{"id":1}\n{"id":2}', ['1:1 {"id":1}', '2:1 {"id":2}']],
  ['line feeds of Windows', '{"id":1}\r\n\r\n{"id":2}\r\n', ['1:1 {"id":1}', '3:1 {"id":2}']],
  ['a byte order mark', '\ufeff{"id":1}\n', ['1:1 {"id":1}']],
  ['a line that is no ticket', '{"id":1}\nthis\n{"id":3}', ['1:1 {"id":1}', '2:1 this', '3:1 {"id":3}']],
  ['an empty array', '[ ]', []],
  ['an array in one line', '[{"id":1},{"id":2}]', ['1:2 {"id":1}', '1:11 {"id":2}']],
  ['characters of two units', '[{"id":"é𝒳"},{"id":2}]', ['1:2 {"id":"é𝒳"}', '1:15 {"id":2}']],
  [
    'brackets and quotes inside of texts',
    '[{"id":"]}\\"{["},{"id":2}]',
    ['1:2 {"id":"]}\\"{["}', '1:18 {"id":2}'],
  ],
  [
    'an array over several lines',
    '[\n  {\n    "id": 1\n  },\n  {\n    "id": 2\n  }\n]\n',
    ['2:3 {\n    "id": 1\n  }', '5:3 {\n    "id": 2\n  }'],
  ],
  [
    'an array without any indentation',
    '[\n{\n"id":1,\n"events":[\n{\n"at":1\n}\n]\n},\n{\n"id":2\n}\n]',
    ['2:1 {\n"id":1,\n"events":[\n{\n"at":1\n}\n]\n}', '10:1 {\n"id":2\n}'],
  ],
  ['what is no object', '[1,"two",null,[{}]]', ['1:2 1', '1:4 "two"', '1:10 null', '1:15 [{}]']],
  ['objects over several lines', '{\n "id":1\n}\n{\n "id":2\n}', ['1:1 {\n "id":1\n}', '4:1 {\n "id":2\n}']],
  [
    'an element that is not closed',
    '[\n {"id":1,"events":[{}},\n {"id":2},\n {"id":3}\n]',
    ['2:2 {"id":1,"events":[{}}', '3:2 {"id":2}', '4:2 {"id":3}'],
  ],
  [
    'brackets that are missing until the end',
    '[\n {"id":1,"events":[{"at":1},\n {"id":2},\n {"id":3}\n]',
    ['2:2 {"id":1,"events":[{"at":1}', '3:2 {"id":2}', '4:2 {"id":3}'],
  ],
  ['a text that is not closed', '[\n {"id":"1},\n {"id":"2"}\n]', ['2:2 {"id":"1}', '3:2 {"id":"2"}']],
  ['a closing bracket too many', '[\n {"id":1}},\n {"id":2}\n]', ['2:2 {"id":1}', '2:10 }', '3:2 {"id":2}']],
  ['a missing comma', '[{"id":1} {"id":2}]', ['1:2 {"id":1}', '1:11 !tickets/not-json', '1:11 {"id":2}']],
  ['a missing end', '[{"id":1},', ['1:2 {"id":1}', '1:11 !tickets/not-json']],
  [
    'lines behind what looks like an array',
    '[1]\n{"id":2}\n{"id":3}\n',
    ['1:2 1', '2:1 !tickets/not-json', '2:1 {"id":2}', '3:1 {"id":3}'],
  ],
  [
    'lines behind what looks like the beginning of an array',
    '[garbage\n{"id":2}\n',
    ['1:2 garbage', '2:1 {"id":2}', '3:1 !tickets/not-json'],
  ],
];

const ticket = fc.record({
  id: fc.string({ unit: 'grapheme', maxLength: 12 }),
  fields: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 })),
  events: fc.array(fc.record({ at: fc.string(), is: fc.constantFrom('{', ']', 'received', '"', '\\') }), {
    maxLength: 3,
  }),
});

describe('tickets told apart', () => {
  for (const [what, text, items] of cases) it(what, () => assert.deepEqual(split(text), items));

  it('refuses UTF-16', () => {
    const split = splitTickets(Buffer.from('\ufeff{"id":1}', 'utf16le'));
    assert.equal(split.ok, false);
  });

  it('says where a text is not UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":1}\n{"id":"caf'),
      Buffer.from([0xe9]),
      Buffer.from('"}\n'),
    ]);
    assert.deepEqual(split(bytes), ['1:1 {"id":1}', '2:11 !tickets/not-utf8', '2:1 {"id":"caf\ufffd"}']);
  });

  for (const [what, begin, between] of [
    ['line', '', '\n'],
    ['element', '[\n', ',\n'],
  ] as const) {
    it(`leaves out a ${what} that never ends`, () => {
      const endless = `{"id":"${'x'.repeat(longestTicket)}"}`;
      const items = split(`${begin}${endless}${between}{"id":2}${between}`).filter(
        (item) => item.length < 100,
      );
      assert.ok(items.includes(`${begin === '' ? 1 : 2}:1 !tickets/too-long`), items.join());
      assert.ok(items.includes(`${begin === '' ? 2 : 3}:1 {"id":2}`), items.join());
    });
  }

  it('gives the elements of every array, however it is laid out', () => {
    fc.assert(
      fc.property(fc.array(ticket), fc.constantFrom(undefined, 0, 1, 2, '\t'), (tickets, indent) => {
        const read = [...splitAll(Buffer.from(JSON.stringify(tickets, null, indent)))];
        assert.deepEqual(
          read.map((item) => (item.kind === 'ticket' ? JSON.parse(item.text) : item)),
          tickets.map((each) => JSON.parse(JSON.stringify(each))),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same wherever the bytes are cut', () => {
    const text = cases.map(([, each]) => each);
    fc.assert(
      fc.property(fc.constantFrom(...text), fc.array(fc.nat(40), { maxLength: 6 }), (each, sizes) => {
        const bytes = Buffer.from(each);
        const whole = [...splitAll(bytes)];
        const chosen = splitTickets(bytes);
        assert.ok(chosen.ok);
        const { splitter, from } = chosen;
        const pieces = [];
        let at = from;
        for (const size of [...sizes, bytes.length]) {
          pieces.push(...splitter.feed(bytes.subarray(at, at + size)));
          at = Math.min(bytes.length, at + size);
        }
        pieces.push(...splitter.end());
        assert.deepEqual(pieces, whole);
      }),
      { numRuns: 300 },
    );
  });
});
