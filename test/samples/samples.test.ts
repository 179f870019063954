import assert from 'node:assert/strict';
import { check } from '../../server/checks/check.ts';
import { judge } from '../../server/compile/judge.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { compileSample, openSample, sampleWorkspace } from './openSample.ts';
import { runCommand } from './runCommand.ts';
import { samplePaths, sampleUri } from './samplePaths.ts';
import { scenarioPaths, titlesOf } from './scenarioPaths.ts';

/** What is true of a sample and meant so: that somebody must be trained again, and that nobody knows an old rate. */
const meant: Readonly<Record<string, readonly string[]>> = {
  'northwind/northwind.slapolicy': ['person/certificate-lapses'],
  'regulations/uk-automatic-compensation/signatory.slapolicy': ['rate/begins-late', 'rate/begins-late'],
};

describe('samples: nothing is wrong with them', () => {
  for (const path of samplePaths)
    it(path, async () => {
      const uri = sampleUri(path);
      const compiled = await compileSample(sampleWorkspace.programAround(uri));
      const problems = check(sampleWorkspace, uri, { compile: () => compiled });
      const wrong = problems.filter(({ code }) => !meant[path]?.includes(code));
      assert.deepEqual(
        wrong.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
      assert.deepEqual(
        problems.map(({ code }) => code),
        meant[path] ?? [],
      );
    });
});

describe('samples: they are formatted', () => {
  it('all of them', async () => {
    const { exit, stdout } = await runCommand('fmt', '--check', 'samples');
    assert.equal(exit, 0, stdout);
  });
});

for (const path of scenarioPaths)
  describe(`samples: the scenarios of ${path}`, () => {
    for (const title of titlesOf(path))
      it(title, async () => {
        const { engine, scenarios } = await openSample(path);
        const scenario = scenarios.find((each) => each.uri === sampleUri(path) && each.title === title);
        assert.ok(scenario, 'it has an error');
        assert.ok(scenario.expect.length > 0, 'it expects nothing');
        const outcome = simulate(engine, scenario.ticket, {
          ...(scenario.asOf !== undefined && { asOf: scenario.asOf }),
        });
        const failed = scenario.expect
          .map((expectation) => judge(expectation, outcome, engine))
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
