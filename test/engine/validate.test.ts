import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { type Schema, validate } from '../../server/engine/validate.ts';

const schema: Schema = JSON.parse(readFileSync('server/engine/policySchema.json', 'utf8'));
const goldens = 'test/compile/goldens';
const policies = readdirSync(goldens).map((name) => readFileSync(`${goldens}/${name}/policy.json`, 'utf8'));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

describe('validate', () => {
  const ajv = new Ajv({ strict: false }).compile(schema);

  it('accepts what was compiled, as another validator does', () => {
    assert.ok(policies.length > 0);
    for (const text of policies) {
      assert.deepEqual(validate(schema, JSON.parse(text)), []);
      assert.equal(ajv(JSON.parse(text)), true);
    }
  });

  it('knows every keyword that the schema uses', () => {
    const known = ['$schema', 'title', '$ref', 'definitions', 'type', 'const', 'enum', 'anyOf', 'properties'];
    known.push('required', 'additionalProperties', 'items', 'minItems', 'maxItems');
    const inspect = (part: Schema): void => {
      for (const key of Object.keys(part)) assert.ok(known.includes(key), key);
      const { definitions, properties, anyOf, items, additionalProperties } = part;
      assert.ok(additionalProperties === undefined || typeof additionalProperties === 'boolean');
      for (const each of [definitions, properties]) Object.values(each ?? {}).forEach(inspect);
      for (const each of anyOf ?? []) inspect(each);
      for (const each of items === undefined ? [] : [items].flat()) inspect(each as Schema);
    };
    inspect(schema);
  });

  const wrong: [what: string, change: (policy: Record<string, Json>) => void, path: string, words: RegExp][] =
    [
      ['another format', (policy) => edit(policy, 'format', 'slapolicy/9'), 'format', /"slapolicy\/1"/],
      ['a missing part', (policy) => void delete policy.zone, 'zone', /missing/],
      ['an unknown part', (policy) => edit(policy, 'zome', 'UTC'), 'zome', /not known/],
      [
        'a text for a number',
        (policy) => edit(policy, 'benchmarks/0/source', '0'),
        'benchmarks/0/source',
        /number/,
      ],
      [
        'a wrong alternative',
        (policy) => edit(policy, 'benchmarks/0/from/event', 7),
        'benchmarks/0/from/event',
        /text/,
      ],
      [
        'an alternative that is none',
        (policy) => edit(policy, 'benchmarks/0/from/kind', 'x'),
        'benchmarks/0/from',
        /forms/,
      ],
      [
        'too short a tuple',
        (policy) => edit(policy, 'zones/0/offsets/0', [1]),
        'zones/0/offsets/0',
        /at least 2/,
      ],
      [
        'too long a tuple',
        (policy) => edit(policy, 'zones/0/offsets/0', [1, 2, 3]),
        'zones/0/offsets/0',
        /at most 2/,
      ],
    ];
  for (const [what, change, path, words] of wrong) {
    it(`says where there is ${what}`, () => {
      const policy = JSON.parse(policies[0]!);
      change(policy);
      const problems = validate(schema, policy);
      assert.deepEqual(
        problems.map((problem) => problem.path),
        [path],
      );
      assert.match(problems[0]!.message, words);
    });
  }

  it('accepts nothing that is no policy, and names twenty places at most', () => {
    for (const value of [null, [], '', 0, true, 'policy', { toString: 1 }])
      assert.notDeepEqual(validate(schema, value), []);
    const many = JSON.parse(policies[0]!);
    many.events = Array.from({ length: 1000 }, () => 7);
    assert.equal(validate(schema, many).length, 20);
  });

  it('takes a prototype for an unknown part, and a deep nest for a problem', () => {
    const text = policies[0]!;
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty'])
      assert.deepEqual(
        validate(schema, JSON.parse(text.replace('{', `{"${name}": {"zone": "UTC"},`))).map(
          ({ path }) => path,
        ),
        [name],
      );
    const nest = `${'{"kind":"not","of":'.repeat(20_000)}{"kind":"flag","field":"a"}${'}'.repeat(20_000)}`;
    const policy = JSON.parse(text);
    policy.benchmarks[0].applies = JSON.parse(nest);
    assert.ok(validate(schema, policy).length > 0);
  });

  it('decides like another validator, whatever is broken', () => {
    const parsed = policies.map((text) => JSON.parse(text) as Json);
    const values = fc.constantFrom<Json>(null, true, 0, -1.5, '', 'kind', 'due', [], {}, [1, 2], {
      kind: 'not',
    });
    const change = fc.record({
      policy: fc.nat(parsed.length - 1),
      steps: fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }),
      how: fc.constantFrom('replace', 'remove', 'add', 'copy'),
      key: fc.constantFrom('kind', 'of', 'source', 'extra', '__proto__', 'when'),
      value: values,
    });
    fc.assert(
      fc.property(change, ({ policy, steps, how, key, value }) => {
        const copy = structuredClone(parsed[policy]!);
        corrupt(copy, steps, how, key, value);
        assert.equal(validate(schema, copy).length === 0, ajv(copy), JSON.stringify(ajv.errors?.slice(0, 3)));
      }),
      { numRuns: 600 },
    );
  });
});

function edit(policy: Record<string, Json>, path: string, value: Json): void {
  const keys = path.split('/');
  let place = policy as Record<string, Json>;
  for (const key of keys.slice(0, -1)) place = place[key] as Record<string, Json>;
  place[keys.at(-1)!] = value;
}

/** Walks down as far as the steps lead, and changes what it finds there. */
function corrupt(root: Json, steps: readonly number[], how: string, key: string, value: Json): void {
  let parent = root as Record<string, Json>;
  let name = '';
  for (const step of steps) {
    const next: Json = name === '' ? root : parent[name]!;
    if (typeof next !== 'object' || next === null) break;
    const names = Object.keys(next);
    if (names.length === 0) break;
    parent = next as Record<string, Json>;
    name = names[step % names.length]!;
  }
  if (how === 'replace') parent[name] = value;
  if (how === 'remove') delete parent[name];
  if (how === 'copy')
    Object.defineProperty(parent, key, {
      value: parent[name],
      enumerable: true,
      writable: true,
      configurable: true,
    });
  if (how === 'add')
    Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true });
}
