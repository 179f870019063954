import assert from 'node:assert/strict';
import { check } from '../../server/checks/check.ts';
import { judge } from '../../server/compile/judge.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { compileSample, openSample, sampleWorkspace } from './openSample.ts';
import { runCommand } from './runCommand.ts';
import { samplePaths, sampleUri } from './samplePaths.ts';

/** The only thing that may be said of a sample: that something in it is not run yet. */
const allowed = new Set(['policy/not-yet-run']);

describe('samples: nothing is wrong with them', () => {
  for (const path of samplePaths)
    it(path, async () => {
      const uri = sampleUri(path);
      const compiled = await compileSample(sampleWorkspace.programAround(uri));
      const problems = check(sampleWorkspace, uri, { compile: () => compiled });
      const wrong = problems.filter(({ code }) => !allowed.has(code));
      assert.deepEqual(
        wrong.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
    });
});

describe('samples: they are formatted', () => {
  it('all of them', async () => {
    const { exit, stdout } = await runCommand('fmt', '--check', 'samples');
    assert.equal(exit, 0, stdout);
  });
});

const withScenarios = samplePaths.filter((path) =>
  sampleWorkspace
    .document(sampleUri(path))
    ?.tree.pieces.some(({ piece }) => piece.declaration?.kind === 'scenario'),
);

for (const path of withScenarios)
  describe(`samples: the scenarios of ${path}`, () => {
    for (const title of titlesOf(path))
      it(title, async () => {
        const { engine, policy, scenarios } = await openSample(path);
        const scenario = scenarios.find((each) => each.uri === sampleUri(path) && each.title === title);
        assert.ok(scenario, 'it has an error');
        assert.ok(scenario.expect.length > 0, 'it expects nothing');
        const outcome = simulate(engine, scenario.ticket, {
          ...(scenario.asOf !== undefined && { asOf: scenario.asOf }),
        });
        const failed = scenario.expect
          .map((expectation) => judge(expectation, outcome, policy))
          .filter(({ ok }) => !ok);
        assert.deepEqual(
          failed.map(({ expected, actual }) => `expected ${expected}, but ${actual}`),
          [],
        );
        const findings = outcome.findings.filter(({ rule }) => rule.startsWith('ticket/'));
        assert.deepEqual(
          findings.map(({ message }) => message),
          [],
        );
      });
  });

function titlesOf(path: string): string[] {
  return (sampleWorkspace.document(sampleUri(path))?.tree.pieces ?? []).flatMap(({ piece }) =>
    piece.declaration?.kind === 'scenario' ? [piece.declaration.title.value] : [],
  );
}

/** Every known case of each regulation; a case about money or a right alone has no deadline to be checked yet. */
const cases: Readonly<Record<string, { deadlines: readonly string[]; waiting: readonly string[] }>> = {
  'regulations/australia-complaints/australia-complaints.slapolicy': {
    deadlines: ['01', '02', '03', '05', '06', '07', '09', '10', '11'].map((number) => `AU-CCH-${number}`),
    waiting: [],
  },
  'regulations/germany-tkg-58/germany-tkg-58.slapolicy': {
    deadlines: ['01', '02', '03', '05', '06', '09', '10', '11'].map((number) => `DE-TKG-${number}`),
    waiting: ['DE-TKG-07'],
  },
  'regulations/ireland-comreg/ireland-comreg.slapolicy': {
    deadlines: ['01', '02', '03', '05', '06', '07', '09'].map((number) => `IE-COMREG-${number}`),
    waiting: [],
  },
};

describe('samples: every case of the regulations is a scenario', () => {
  for (const [path, { deadlines, waiting }] of Object.entries(cases)) {
    for (const id of deadlines)
      it(`${id} is judged`, async () => {
        const { scenarios } = await openSample(path);
        const own = scenarios.filter(({ title }) => title.startsWith(`${id}:`));
        assert.ok(own.length > 0, 'there is no such scenario');
        for (const { expect } of own)
          assert.ok(
            expect.some(({ kind }) => kind === 'benchmark'),
            'nothing in it is judged',
          );
      });
    for (const id of waiting)
      it(`${id} is written down`, async () => {
        const { scenarios } = await openSample(path);
        assert.ok(
          scenarios.some(({ title }) => title.startsWith(`${id}:`)),
          'there is no such scenario',
        );
      });
  }
});
