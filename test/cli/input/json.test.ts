import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonPlace } from '../../../server/cli/input/jsonPlace.ts';
import { jsonError } from '../../../server/compile/json/jsonError.ts';

/** `<|>` stands where the text stops being JSON. */
const broken = [
  '<|>',
  '{<|>',
  '{"a":1,<|>}',
  '{"a" <|>1}',
  '{<|>a:1}',
  "{<|>'a':1}",
  '[1,2<|>',
  '[1,<|>]',
  '{"a":<|>01}',
  '{"a":<|>+1}',
  '{"a":<|>.5}',
  '{"a":<|>1.}',
  '{"a":<|>nul}',
  '{"a":<|>True}',
  '{"a":1}<|>x',
  '{"a":1}<|>{',
  '"a<|>\tb"',
  '{"a":"x<|>\\q"}',
  '{"a":"x<|>\\u12"}',
  '{"a":<|>"x}',
  '{"a":1<|>// comment\n}',
  '[1 <|>2]',
  '[<|>}',
];

describe('JSON', () => {
  for (const marked of broken) {
    it(`stops being it in ${JSON.stringify(marked)}`, () => {
      const offset = marked.indexOf('<|>');
      const error = jsonError(marked.replace('<|>', ''));
      assert.equal(error?.offset, offset, error?.message);
    });
  }

  it('is judged as JSON.parse judges it', () => {
    const mutated = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', '{', ']', ',', ':', '\\', '1', '.', 'e', '\n', '\u0001', ' '),
      )
      .map(
        ([text, at, put]) =>
          text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(mutated, (text) => {
        assert.equal(jsonError(text) === undefined, isJson(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('may be nested as deep as it likes', () => {
    const depth = 200_000;
    assert.equal(jsonError('['.repeat(depth) + ']'.repeat(depth)), undefined);
    assert.equal(jsonError('['.repeat(depth))?.offset, depth);
    assert.equal(jsonPlace('['.repeat(depth) + ']'.repeat(depth), [0, 0]), 2);
  });

  it('has a place for every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        for (const { path, value } of valuesOf(JSON.parse(text), [])) {
          assert.ok(text.slice(jsonPlace(text, path)).startsWith(String(JSON.stringify(value)).slice(0, 1)));
        }
      }),
    );
  });

  const text = '{"id":"x","events":[{"at":1},{"at":"2"}],"__proto__":{"z":[1,{"q":2}]},"a":1,"a":2}';
  const places: [path: (string | number)[], begins: string][] = [
    [[], '{"id"'],
    [['id'], '"x"'],
    [['events', 1, 'at'], '"2"'],
    [['__proto__', 'z', 1, 'q'], '2}]}'],
    [['a'], '2}'],
    [['events', 1, 'is'], '{"at":"2"'],
    [['events', 7], '[{"at":1}'],
    [['fields', 'x'], '{"id"'],
  ];
  for (const [path, begins] of places) {
    it(`has ${path.join('.') || 'the whole'} at ${begins}`, () => {
      assert.ok(text.slice(jsonPlace(text, path)).startsWith(begins));
    });
  }
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function* valuesOf(
  value: unknown,
  path: (string | number)[],
): Generator<{ path: (string | number)[]; value: unknown }> {
  yield { path, value };
  if (Array.isArray(value)) for (const [i, each] of value.entries()) yield* valuesOf(each, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) yield* valuesOf(each, [...path, key]);
}
