import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Names } from '../../server/analysis/cases/atoms.ts';
import { coverRows } from '../../server/analysis/cases/coverRows.ts';
import type { Amount, Comparison, Condition, FieldDef, Value } from '../../server/engine/policy.ts';

const fieldDefs: FieldDef[] = [
  { name: 'channel', type: 'one of', values: ['phone', 'email', 'letter'], optional: false },
  { name: 'priority', type: 'one of', values: ['low', 'normal', 'high'], ordered: true, optional: true },
  { name: 'urgent', type: 'yes or no', optional: true },
  { name: 'services', type: 'number', from: '0', to: '3', optional: false },
  { name: 'fee', type: 'money', optional: true },
  { name: 'promised', type: 'date', optional: true },
  { name: 'note', type: 'text', optional: false },
];
const names: Names = {
  fields: new Map(fieldDefs.map((field) => [field.name, field])),
  data: new Map(),
  happened: new Set(['received']),
};
const field = (name: string): Amount => ({ kind: 'field', field: name });
const compare = (name: string, operator: Comparison, value: Value): Condition => ({
  kind: 'compare',
  left: field(name),
  operator,
  right: { kind: 'value', value },
});
const word = (value: string): Value => ({ type: 'word', value });
const number = (value: string): Value => ({ type: 'number', value });
const aud = (value: string): Value => ({ type: 'money', value, currency: 'AUD' });
const day = (value: string): Value => ({ type: 'date', value });
const flag = (name: string): Condition => ({ kind: 'flag', field: name });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const and = (...of: Condition[]): Condition => ({ kind: 'and', of });
const or = (...of: Condition[]): Condition => ({ kind: 'or', of });
const isSet = (name: string): Condition => ({ kind: 'amount set', of: field(name) });

/** What a row says, the rows that are never chosen, and the case that none covers. */
const cases: [what: string, rows: (Condition | undefined)[], unreached: number[], uncovered?: string[]][] = [
  [
    'every value of a field',
    [
      compare('channel', 'is', word('phone')),
      compare('channel', 'is', word('email')),
      compare('channel', 'is', word('letter')),
    ],
    [],
  ],
  [
    'all but one',
    [compare('channel', 'is', word('phone')), compare('channel', 'is', word('email'))],
    [],
    ['channel is letter'],
  ],
  ['a value and its opposite', [flag('urgent'), not(flag('urgent'))], []],
  [
    'both answers, but not none',
    [
      compare('urgent', 'is', { type: 'flag', value: true }),
      compare('urgent', 'is', { type: 'flag', value: false }),
    ],
    [],
    ['urgent is unset'],
  ],
  [
    'the order of words',
    [
      compare('priority', 'at least', word('normal')),
      compare('priority', 'is', word('high')),
      compare('priority', 'less than', word('normal')),
      not(isSet('priority')),
    ],
    [1],
  ],
  [
    'numbers with a gap between them',
    [compare('services', 'less than', number('1')), compare('services', 'more than', number('1'))],
    [],
    ['services is 1'],
  ],
  [
    'numbers with an interval between them',
    [compare('services', 'at most', number('1')), compare('services', 'at least', number('2'))],
    [],
    ['services is more than 1 and less than 2'],
  ],
  [
    'a number beyond its bounds',
    [compare('services', 'at most', number('3')), compare('services', 'more than', number('2'))],
    [1],
  ],
  [
    'dates have nothing between two days',
    [
      compare('promised', 'at most', day('2026-12-24')),
      compare('promised', 'at least', day('2026-12-25')),
      not(isSet('promised')),
    ],
    [],
  ],
  [
    'amounts have',
    [compare('fee', 'at most', aud('10')), compare('fee', 'at least', aud('11')), not(isSet('fee'))],
    [],
    ['fee is more than 10 AUD and less than 11 AUD'],
  ],
  [
    'a date is before another',
    [
      {
        kind: 'order',
        left: { kind: 'field', field: 'promised' },
        operator: 'before',
        right: { kind: 'date', date: '2026-12-24' },
      },
      compare('promised', 'less than', day('2026-12-23')),
      undefined,
    ],
    [1],
  ],
  [
    'a text among others',
    [
      compare('note', 'is', { type: 'text', value: 'a' }),
      not(compare('note', 'is', { type: 'text', value: 'a' })),
    ],
    [],
  ],
  [
    'a text and another',
    [
      compare('note', 'is', { type: 'text', value: 'a' }),
      compare('note', 'is', { type: 'text', value: 'b' }),
    ],
    [],
    ['note is any other text'],
  ],
  [
    'what the beginning was before',
    [
      {
        kind: 'order',
        left: { kind: 'first', event: 'received' },
        operator: 'before',
        right: { kind: 'date', date: '2026-04-08' },
      },
      not({
        kind: 'order',
        left: { kind: 'first', event: 'received' },
        operator: 'before',
        right: { kind: 'date', date: '2026-04-01' },
      }),
    ],
    [],
  ],
  [
    'a time of day',
    [
      {
        kind: 'time of day',
        left: { kind: 'event', event: 'received' },
        operator: 'before',
        time: 57_600_000,
        zone: 'UTC',
      },
      {
        kind: 'time of day',
        left: { kind: 'event', event: 'received' },
        operator: 'after',
        time: 57_600_000,
        zone: 'UTC',
      },
    ],
    [],
    ['time of day of received is 16:00'],
  ],
  [
    'what is computed from two fields, and is a free yes or no',
    [
      compare('channel', 'is', word('phone')),
      {
        kind: 'compare',
        left: { kind: 'binary', operator: '*', left: field('services'), right: field('services') },
        operator: 'at least',
        right: { kind: 'value', value: number('4') },
      },
    ],
    [],
    ['channel is email', '`services * services at least 4` does not hold'],
  ],
  [
    'what is computed from a field that is asked about too: no case is claimed',
    [
      compare('services', 'is', number('2')),
      {
        kind: 'compare',
        left: { kind: 'binary', operator: '*', left: field('services'), right: field('services') },
        operator: 'at least',
        right: { kind: 'value', value: number('0') },
      },
    ],
    [],
  ],
  ['what the compiler cannot say: no row is said to be dead', [or(), or(), undefined], []],
  [
    'nested',
    [
      and(
        or(flag('urgent'), compare('priority', 'is', word('high'))),
        compare('channel', 'is', word('phone')),
      ),
      and(compare('channel', 'is', word('phone')), flag('urgent')),
      undefined,
    ],
    [1],
  ],
];

describe('coverage of rows', () => {
  for (const [what, rows, unreached, uncovered] of cases)
    it(what, () => {
      const found = coverRows(rows, [], names);
      assert.equal(found.gaveUp, false);
      assert.deepEqual(
        found.unreached.map(({ row }) => row),
        unreached,
      );
      assert.deepEqual(found.uncovered?.says, uncovered);
    });

  it('looks only at the cases to which it applies', () => {
    const phone = compare('channel', 'is', word('phone'));
    const found = coverRows([flag('urgent'), phone, not(phone)], [phone], names);
    assert.deepEqual(found.unreached, []);
    assert.equal(found.uncovered, undefined);
  });

  it('names the rows above that take the cases', () => {
    const found = coverRows(
      [
        compare('channel', 'is', word('email')),
        flag('urgent'),
        not(flag('urgent')),
        compare('channel', 'is', word('phone')),
      ],
      [],
      names,
    );
    assert.deepEqual(found.unreached, [{ row: 3, takenBy: [1, 2] }]);
  });
});

// ---- against every case, one by one -------------------------------------------------------------------------------

type Case = Record<string, number | string | boolean | undefined>;
const small: Record<string, readonly (number | string | boolean | undefined)[]> = {
  channel: ['phone', 'email', 'letter'],
  priority: ['low', 'normal', 'high', undefined],
  urgent: [true, false, undefined],
  services: [0, 0.5, 1, 1.5, 2, 2.5, 3],
};
const everyCase = Object.entries(small).reduce<Case[]>(
  (all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
  [{}],
);
const ranks: Record<string, readonly string[]> = {
  channel: small.channel as string[],
  priority: ['low', 'normal', 'high'],
};

/** As the language says it, without a line of the proof. */
function holdsIn(condition: Condition, one: Case): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.of.every((part) => holdsIn(part, one));
    case 'or':
      return condition.of.some((part) => holdsIn(part, one));
    case 'not':
      return !holdsIn(condition.of, one);
    case 'flag':
      return one[condition.field] === true;
    case 'amount set':
      return one[(condition.of as Amount & { kind: 'field' }).field] !== undefined;
    case 'compare': {
      const { field: name } = condition.left as Amount & { kind: 'field' };
      const { value } = (condition.right as Amount & { kind: 'value' }).value as { value: string };
      const is = one[name];
      if (is === undefined) return false;
      const order =
        typeof is === 'number'
          ? is - Number(value)
          : ranks[name]!.indexOf(String(is)) - ranks[name]!.indexOf(value);
      return {
        is: order === 0,
        'at least': order >= 0,
        'at most': order <= 0,
        'more than': order > 0,
        'less than': order < 0,
      }[condition.operator];
    }
    default:
      throw new Error(condition.kind);
  }
}

const operator = fc.constantFrom<Comparison>('is', 'at least', 'at most', 'more than', 'less than');
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('phone', 'email', 'letter').map((value) => compare('channel', 'is', word(value))),
  fc
    .tuple(operator, fc.constantFrom('low', 'normal', 'high'))
    .map(([how, value]) => compare('priority', how, word(value))),
  fc
    .tuple(operator, fc.constantFrom('0', '1', '2', '3'))
    .map(([how, value]) => compare('services', how, number(value))),
  fc.constant(flag('urgent')),
  fc.constantFrom('priority', 'urgent').map(isSet),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie('any'), tie('any')).map((of) => and(...of)),
    fc.tuple(tie('any'), tie('any')).map((of) => or(...of)),
    tie('any').map(not),
  ),
})).any;

describe('coverage of random rows', () => {
  it('is what going through every case finds', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 7 }),
        fc.array(condition, { maxLength: 1 }),
        (rows, domain) => {
          const found = coverRows(rows, domain, names);
          assert.equal(found.gaveUp, false);
          const within = everyCase.filter((one) => domain.every((each) => holdsIn(each, one)));
          const chosen = new Set(within.map((one) => rows.findIndex((row) => holdsIn(row, one))));
          const fitting = rows.flatMap((row, i) => (within.some((one) => holdsIn(row, one)) ? [i] : []));
          assert.deepEqual(
            found.unreached.map(({ row }) => row),
            fitting.filter((row) => !chosen.has(row)),
          );
          assert.equal(found.uncovered !== undefined, chosen.has(-1));
        },
      ),
      { numRuns: 150, seed: 11 },
    );
  });
});

// ---- how much it takes --------------------------------------------------------------------------------------------

describe('coverage of many rows', () => {
  const many: Names = {
    ...names,
    fields: new Map(
      Array.from({ length: 36 }, (_, i) => [`f${i}`, { name: `f${i}`, type: 'yes or no', optional: false }]),
    ),
  };
  const first = Array.from({ length: 18 }, (_, i) => flag(`f${i}`));
  const entangled = [and(or(...first), or(...first.map((one, i) => and(one, flag(`f${i + 18}`)))))];

  it('gives up instead of going through them all, and then says nothing', () => {
    assert.deepEqual(coverRows(entangled, [], many), { unreached: [], gaveUp: true });
  });

  it('takes no more steps than it is allowed', () => {
    const rows = [and(flag('f0'), flag('f1')), and(flag('f2'), flag('f3'))];
    assert.equal(coverRows(rows, [], many, 5).gaveUp, true);
    assert.equal(coverRows(rows, [], many, 100).gaveUp, false);
  });
});
