import type { Coverage } from '../coverage.ts';
import type { RanScenario } from '../runScenarios.ts';

/** Scenarios and coverage as programs read them. */
export function scenariosJson(
  ran: readonly RanScenario[],
  coverage: readonly Coverage[],
  nameOf: (uri: string) => string,
): object {
  return {
    scenarios: ran.map(({ scenario, engine, verdict, expectations }) => ({
      title: scenario.title,
      policy: engine.policy.id,
      file: nameOf(scenario.uri),
      line: scenario.source.line,
      column: scenario.source.column,
      verdict,
      expectations: expectations.map((each) => ({
        verdict: each.verdict,
        expected: each.expected,
        actual: each.actual,
        line: each.expectation.source.line,
        column: each.expectation.source.column,
      })),
    })),
    coverage,
  };
}
