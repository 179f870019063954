import type { Policy } from '../engine/policy.ts';
import type { RanScenario } from './runScenarios.ts';

/** What of a policy its scenarios reach. */
export interface Coverage {
  policy: string;
  rows: Covered;
  rungs: Covered;
  /** Of disputes. */
  steps: Covered;
}

export interface Covered {
  total: number;
  reached: number;
  missed: Missed[];
}

/** A row, a rung or a step that no scenario reaches. */
export interface Missed {
  /** The benchmark, the ladder or the dispute. */
  of: string;
  text: string;
  file: string;
  line: number;
}

interface Part extends Missed {
  key: string;
}

/** By policy, in the order of the scenarios. A row counts as reached by the run that ends with it. */
export function coverageOf(ran: readonly RanScenario[]): Coverage[] {
  const ids = [...new Set(ran.map(({ engine }) => engine.policy.id))];
  return ids.map((id) => {
    const own = ran.filter(({ engine }) => engine.policy.id === id);
    const { policy } = own[0]!.engine;
    const reached = new Set(
      own.flatMap((each) => [...reachedRows(each), ...reachedRungs(each), ...reachedSteps(each)]),
    );
    return {
      policy: id,
      rows: covered(rowsOf(policy), reached),
      rungs: covered(rungsOf(policy), reached),
      steps: covered(stepsOf(policy), reached),
    };
  });
}

function covered(parts: readonly Part[], reached: ReadonlySet<string>): Covered {
  const missed = parts.filter(({ key }) => !reached.has(key)).map(({ key: _, ...part }) => part);
  return { total: parts.length, reached: parts.length - missed.length, missed };
}

function rowsOf(policy: Policy): Part[] {
  return policy.benchmarks.flatMap(({ id, rows, every }) => {
    if (every) return [partOf(policy, id, 0, `every ${every.period.text}`, every.source)];
    return rows.map(({ text, source }, index) => partOf(policy, id, index, `within ${text}`, source));
  });
}

function rungsOf(policy: Policy): Part[] {
  return policy.ladders.flatMap(({ id, rungs }) =>
    rungs.map(({ text, source }, index) => partOf(policy, id, index, text, source)),
  );
}

function stepsOf(policy: Policy): Part[] {
  return policy.disputes.flatMap(({ id, steps }) =>
    steps.map(({ id: step, source }, index) => partOf(policy, id, index, `step ${step}`, source)),
  );
}

function partOf(policy: Policy, of: string, index: number, text: string, source: number): Part {
  const [file = 0, line = 1] = policy.sources.spans[source] ?? [];
  return { key: keyOf(of, index), of, text, file: policy.sources.files[file] ?? '', line };
}

function reachedRows({ engine, outcome }: RanScenario): string[] {
  return outcome.benchmarks.flatMap((run) => {
    const def = engine.policy.benchmarks.find(({ id }) => id === run.id);
    const source = run.because?.find(({ why }) => why === 'row')?.source;
    if (!def || source === undefined) return [];
    const index = def.every ? 0 : def.rows.findIndex((row) => row.source === source);
    return [keyOf(def.id, index)];
  });
}

function reachedRungs({ outcome }: RanScenario): string[] {
  return outcome.actions.map(({ ladder, rung }) => keyOf(ladder, rung - 1));
}

function reachedSteps({ engine, outcome }: RanScenario): string[] {
  return (outcome.disputes ?? []).map(({ id, step }) => {
    const steps = engine.policy.disputes.find((dispute) => dispute.id === id)?.steps ?? [];
    return keyOf(
      id,
      steps.findIndex((each) => each.id === step),
    );
  });
}

function keyOf(of: string, index: number): string {
  return JSON.stringify([of, index]);
}
