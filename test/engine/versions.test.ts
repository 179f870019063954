import assert from 'node:assert/strict';
import { type Engine, inForce, loadEngine } from '../../server/engine/runtime.ts';
import { compareVersions, type VersionProblem } from '../../server/engine/versions.ts';
import { compileText } from '../compile/compileText.ts';

interface Version {
  name: string;
  effective: string;
  policy?: string;
  zone?: string;
  begins?: string;
}

function engineOf({
  name,
  effective,
  policy = 'desk',
  zone = 'Australia/Sydney',
  begins = 'begins with received',
}: Version): Engine {
  const { policy: compiled, problems } = compileText(`
policy ${policy} {
  version   "${name}"
  effective ${effective}
  timezone  ${zone}
  ${begins}
}
events noticed, received, answered
benchmark answer { from received until answered  within 1 day }
`);
  assert.deepEqual(problems, []);
  return loadEngine(compiled!);
}

const halves: Version[] = [
  { name: '1', effective: '2026-01-01 until 2026-06-30' },
  { name: '2', effective: '2026-07-01 until 2026-12-31' },
];
const apart: Version[] = [halves[0]!, { name: '3', effective: '2026-09-01 until 2026-12-31' }];
const overlapping: Version[] = [
  { name: 'open', effective: '2026-01-01' },
  { name: 'newer', effective: '2026-07-01 until 2026-12-31' },
];

/** Events as `instant event [id]`, and the version that governs them. */
const governed: [what: string, versions: Version[], events: string[], governs: string | undefined][] = [
  ['the last millisecond of a version', halves, ['2026-06-30T23:59:59.999 received'], '1'],
  ['the first one of the next', halves, ['2026-07-01T00:00 received'], '2'],
  ['the day is that of the policy’s zone', halves, ['2026-06-30T14:00Z received'], '2'],
  ['what follows changes nothing', halves, ['2026-06-30T10:00 received', '2026-07-02T10:00 answered'], '1'],
  [
    'the first event is that with which cases begin',
    halves,
    ['2026-06-30T10:00 noticed', '2026-07-01T10:00 received'],
    '2',
  ],
  [
    'of several the earliest, wherever it stands',
    halves,
    ['2026-07-01T10:00 received', '2026-06-30T10:00 received'],
    '1',
  ],
  [
    'the same id twice is one event',
    halves,
    ['2026-07-01T10:00 received e1', '2026-06-30T10:00 received e1'],
    '2',
  ],
  [
    'where none begins the case, the earliest event',
    halves,
    ['2026-07-02T10:00 answered', '2026-07-01T10:00 noticed'],
    '2',
  ],
  [
    'an event that the policy does not know is none',
    halves,
    ['2026-06-01T10:00 sneezed', '2026-07-01T10:00 received'],
    '2',
  ],
  [
    'an instant that cannot be read is none',
    halves,
    ['yesterday received', '2026-07-01T10:00 received'],
    '2',
  ],
  ['before all of them', halves, ['2025-12-31T23:59 received'], undefined],
  ['after all of them', halves, ['2027-01-01T00:00 received'], undefined],
  ['between two of them', apart, ['2026-08-01T00:00 received'], undefined],
  ['nothing happened', halves, [], undefined],
  ['two in force: the one that came into force later', overlapping, ['2026-08-01T00:00 received'], 'newer'],
  ['and again the older one, once the newer has ended', overlapping, ['2027-01-01T00:00 received'], 'open'],
  [
    'each version has its own first event',
    [halves[0]!, { ...halves[1]!, begins: 'begins with noticed' }],
    ['2026-07-01T10:00 received', '2026-07-02T10:00 noticed'],
    '2',
  ],
  [
    'each version has its own zone',
    [halves[0]!, { ...halves[1]!, zone: 'Australia/Perth' }],
    ['2026-06-30T15:00Z received'],
    undefined,
  ],
];

const given: [what: string, versions: Version[], problems: VersionProblem['rule'][]][] = [
  ['one after the other', halves, []],
  ['one alone', [halves[0]!], []],
  ['in another order', [...halves].reverse(), []],
  ['none', [], []],
  ['a gap', apart, ['versions/gap']],
  ['an overlap', overlapping, ['versions/overlap']],
  ['the same first day', [halves[0]!, { name: '2', effective: '2026-01-01' }], ['versions/undecided']],
  ['the same name', [halves[0]!, { name: '1', effective: '2026-07-01' }], ['versions/same-name']],
  ['other policies', [halves[0]!, { ...halves[1]!, policy: 'helpline' }], ['versions/other-policy']],
  [
    'a version within another leaves no gap after it',
    [
      { name: 'all', effective: '2026-01-01 until 2026-12-31' },
      { name: 'in', effective: '2026-03-01 until 2026-03-31' },
      { name: 'next', effective: '2027-01-01' },
    ],
    ['versions/overlap'],
  ],
  [
    'a gap of some hours between zones',
    [halves[0]!, { ...halves[1]!, zone: 'Australia/Perth' }],
    ['versions/gap'],
  ],
];

describe('versions in force', () => {
  for (const [what, versions, events, governs] of governed) {
    it(what, () => {
      const entries = events.map((event) => {
        const [at, is, id] = event.split(' ');
        return { at, is, ...(id && { id }) };
      });
      for (const engines of [versions.map(engineOf), [...versions].reverse().map(engineOf)])
        assert.equal(inForce(engines, { id: 'T', events: entries })?.policy.version, governs);
    });
  }

  it('nothing governs what is no ticket', () => {
    const engines = halves.map(engineOf);
    for (const ticket of [undefined, null, 7, [], {}, { events: 'none' }, { events: [null, 7, {}] }])
      assert.equal(inForce(engines, ticket), undefined);
  });
});

describe('versions given together', () => {
  for (const [what, versions, rules] of given) {
    it(what, () => {
      const problems = compareVersions(versions.map(engineOf));
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        rules,
      );
    });
  }
});
