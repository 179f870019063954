import type { DisputeDef, OpeningDef, StepDef, TellDef, TransitionDef } from '../../policy/dispute.ts';
import type { BenchmarkDef, Moment, Policy, RowDef } from '../../policy.ts';
import { type AmountReader, amountReader } from '../amounts.ts';
import { type LoadedCondition, loadCondition } from '../conditions.ts';
import type { LoadedBenchmark } from '../engine.ts';
import type { Listening } from '../listeners.ts';
import { loadBenchmark } from '../loadBenchmark.ts';
import { type LoadedMoment, loadMoment } from '../moments.ts';
import type { Scope } from '../scope.ts';

export interface LoadedDispute {
  readonly def: DisputeDef;
  readonly index: number;
  readonly opens: readonly LoadedOpening[];
  readonly steps: readonly LoadedStep[];
}

export interface LoadedOpening {
  readonly def: OpeningDef;
  readonly moment: LoadedMoment;
  readonly when?: LoadedCondition;
}

export interface LoadedStep {
  readonly def: StepDef;
  /** How long it may take, as a clock from its beginning on. */
  readonly clock: LoadedBenchmark;
  readonly tells: readonly LoadedTell[];
  readonly transitions: readonly LoadedTransition[];
  /** Up to how much its decision binds. */
  readonly upTo?: AmountReader;
}

export interface LoadedTell {
  readonly def: TellDef;
  readonly clock: LoadedBenchmark;
}

export interface LoadedTransition {
  readonly def: TransitionDef;
  /** Absent for `on overdue`. */
  readonly moment?: LoadedMoment;
  readonly when?: LoadedCondition;
}

/** Makes disputes ready. Their clocks are numbered from `firstClock` on, after those of the benchmarks. */
export function loadDisputes(
  policy: Policy,
  scope: Scope,
  firstClock: number,
): { disputes: LoadedDispute[]; clocks: number } {
  let clocks = firstClock;
  const loadClock = (def: Pick<BenchmarkDef, 'id' | 'source'> & Partial<BenchmarkDef>): LoadedBenchmark =>
    loadBenchmark(
      { ...bareClock, ...def, fromSource: def.source },
      clocks++,
      { ...policy, ladders: [] },
      scope,
    );
  const disputes = policy.disputes.map((def, index) => ({
    def,
    index,
    opens: def.opens.map((opening) => ({
      def: opening,
      moment: loadMoment(opening.on, scope),
      ...(opening.when && { when: loadCondition(opening.when, scope) }),
    })),
    steps: def.steps.map((step): LoadedStep => {
      const { rows, counts, pauses, source } = step;
      const id = `${def.id}.${step.id}`;
      const upTo = step.binds?.upTo;
      return {
        def: step,
        clock: loadClock({ id, rows, counts, pauses, source }),
        tells: step.tells.map((tell) => ({
          def: tell,
          clock: loadClock({ id: `${id}.${tell.with}`, rows: [rowOf(tell)], counts, source: tell.source }),
        })),
        transitions: step.transitions.map((transition) => ({
          def: transition,
          ...(transition.on !== 'overdue' && { moment: loadMoment(transition.on, scope) }),
          ...(transition.when && { when: loadCondition(transition.when, scope) }),
        })),
        ...(upTo && { upTo: amountReader(upTo, scope) }),
      };
    }),
  }));
  return { disputes, clocks };
}

/** What a dispute waits for in any of its steps. */
export function heardBy({ opens, steps }: LoadedDispute): Listening[] {
  return [
    ...opens.map(({ moment }) => moment),
    ...steps.flatMap(({ transitions }) => transitions.flatMap(({ moment }) => moment ?? [])),
    ...steps.flatMap(({ tells }) => tells.map(({ def }) => ({ events: [def.with], benchmarks: [] }))),
  ];
}

const never: Moment = { kind: 'earlier', of: [] };

/** A clock that steps start and stop by themselves. */
const bareClock: Omit<BenchmarkDef, 'id' | 'source' | 'fromSource'> = {
  each: false,
  from: never,
  until: never,
  counts: [],
  rows: [],
  pauses: [],
  cancels: [],
  retargets: true,
  notAssessed: [],
  attain: [],
};

function rowOf({ within, source }: TellDef): RowDef {
  return { target: { kind: 'count', duration: within }, text: within.text, source };
}
