import type { Expectation } from '../compile/expectation.ts';
import { type Judgement, judge } from '../compile/judge.ts';
import type { Scenario } from '../compile/scenarios.ts';
import { loadEngine } from '../engine/load.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { simulate } from '../engine/simulation/simulate.ts';
import type { Workspace } from '../model/workspace.ts';
import { compileIn } from './compileIn.ts';

/** A scenario that has been run. */
export interface RanScenario {
  scenario: Scenario;
  engine: Engine;
  outcome: Outcome;
  verdict: ScenarioVerdict;
  expectations: JudgedExpectation[];
}

/** `not judged`: it expects only what the engine does not run yet. */
export type ScenarioVerdict = 'passed' | 'failed' | 'not judged';

export interface JudgedExpectation extends Judgement {
  expectation: Expectation;
  verdict: 'held' | 'failed' | 'not judged';
}

/** Runs the scenarios that stand in some files, in the order of the files. What does not compile is left out. */
export async function runScenarios(workspace: Workspace, uris: readonly string[]): Promise<RanScenario[]> {
  const compile = await compileIn(workspace, uris);
  return uris.flatMap((uri) => {
    const { policy, scenarios } = compile(workspace.programAround(uri));
    if (!policy) return [];
    const engine = loadEngine(policy);
    return scenarios
      .filter((scenario) => scenario.uri === uri)
      .map((scenario) => runScenario(engine, scenario));
  });
}

/** Runs one scenario and compares what happened with what it expects. */
export function runScenario(engine: Engine, scenario: Scenario): RanScenario {
  const { asOf } = scenario;
  const outcome = simulate(engine, scenario.ticket, { ...(asOf !== undefined && { asOf }), reasons: true });
  const expectations = scenario.expect.map((expectation): JudgedExpectation => {
    const judgement = judge(expectation, outcome, engine);
    const verdict = expectation.kind === 'not run' ? 'not judged' : judgement.ok ? 'held' : 'failed';
    return { ...judgement, expectation, verdict };
  });
  return { scenario, engine, outcome, verdict: verdictOf(expectations), expectations };
}

function verdictOf(expectations: readonly JudgedExpectation[]): ScenarioVerdict {
  if (expectations.some(({ verdict }) => verdict === 'failed')) return 'failed';
  return expectations.some(({ verdict }) => verdict === 'held') || expectations.length === 0
    ? 'passed'
    : 'not judged';
}
