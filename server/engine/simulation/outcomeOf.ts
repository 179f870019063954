import type { ActionOutcome, BenchmarkOutcome, Finding, Outcome } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { amounted, pausedOf, remaining, reopenedOf } from './amounted.ts';
import { beganAt, metricOutcomes } from './answers.ts';
import { assess } from './assess.ts';
import { channelOutcomes } from './channels.ts';
import type { Context } from './context.ts';
import { disputeOutcomes } from './dispute/disputeOutcomes.ts';
import { stepsBeyondYears } from './dispute/stepsBeyondYears.ts';
import type { ActionEffect } from './effects.ts';
import type { Engine, LoadedBenchmark } from './engine.ts';
import { explain } from './explain.ts';
import { handoverOutcomes, lateHandovers } from './handovers.ts';
import { permitOutcomes } from './permit/permitOutcomes.ts';
import { recordOutcomes } from './records.ts';
import { remedyOutcomes } from './remedy/remedyOutcomes.ts';
import { repetitionOutcomes } from './remedy/repetitionOutcomes.ts';
import { standardOutcomes } from './replies.ts';
import { rightOutcomes } from './right/rightOutcomes.ts';
import { clockOf, countedBy, endOf, isPaused, statusOf } from './run.ts';
import type { RunState, State, StateFinding } from './state.ts';

/**
 * Writes a state out as the JSON that people and programs read. `asOf` is null for a ticket without an event. What there
 * is nothing to say of is undefined, which JSON leaves out: objects that all have the same keys are made and written fast.
 */
export function outcomeOf(context: Context, asOf: Instant | null, reasons: boolean): Outcome {
  const { engine, state } = context;
  const benchmarks: BenchmarkOutcome[] = [];
  for (const benchmark of engine.benchmarks) {
    for (const run of state.benchmarks[benchmark.index]!.runs)
      benchmarks.push(benchmarkOutcome(context, benchmark, run, asOf ?? run.start, reasons));
  }
  const owed = remedyOutcomes(context, asOf, reasons);
  const measured = engine.metrics.length > 0 ? metricOutcomes(context) : undefined;
  const seen = asOf ?? Number.NEGATIVE_INFINITY;
  const { conduct } = engine;
  return {
    ticket: state.ticket,
    policy: state.policy,
    version: state.version,
    asOf: asOf === null ? null : formatInstant(engine.zone, asOf),
    began: beganOf(context),
    benchmarks,
    actions: actionOutcomes(context),
    disputes: engine.disputes.length > 0 ? disputeOutcomes(context, seen, reasons) : undefined,
    rights: engine.rights.length > 0 ? rightOutcomes(context, reasons) : undefined,
    permits: engine.permits.length > 0 ? permitOutcomes(context, reasons) : undefined,
    remedies: engine.remedies.length > 0 ? owed.remedies : undefined,
    repetitions: repetitionOutcomes(engine, state),
    metrics: measured?.metrics,
    standards: engine.standards.length > 0 ? standardOutcomes(context) : undefined,
    automations: conduct.handovers.length > 0 ? handoverOutcomes(context, seen, reasons) : undefined,
    channels: conduct.channels.size > 0 ? channelOutcomes(context) : undefined,
    records: conduct.records.length > 0 ? recordOutcomes(context, reasons) : undefined,
    projected: [],
    findings: [
      ...state.findings,
      ...owed.findings,
      ...(measured?.findings ?? []),
      ...lateHandovers(engine, state, asOf),
      ...beyondYears(engine, state),
      ...stepsBeyondYears(engine, state),
      ...notRun(engine),
    ].map((finding) => findingOutcome(engine, finding)),
  };
}

function beganOf({ engine, state }: Context): string | undefined {
  const at = engine.datesCases ? beganAt(engine, state) : undefined;
  return at === undefined ? undefined : formatInstant(engine.zone, at);
}

function actionOutcomes({ engine, effects }: Context): ActionOutcome[] {
  const actions: ActionOutcome[] = [];
  for (const effect of effects) if (effect.kind === 'action') actions.push(actionOutcome(engine, effect));
  return actions;
}

function benchmarkOutcome(
  context: Context,
  benchmark: LoadedBenchmark,
  run: RunState,
  asOf: Instant,
  reasons: boolean,
): BenchmarkOutcome {
  const { engine, state } = context;
  const { zone } = engine;
  const clock = run.applied ? clockOf(context, benchmark, run) : undefined;
  const status = statusOf(run);
  const stopped = endOf(run);
  const until = stopped ?? asOf;
  const due = run.missed ?? run.due;
  return {
    id: benchmark.def.id,
    run: run.run,
    status,
    target: clock?.row.label,
    started: formatInstant(zone, run.start),
    due: clock && (due === null ? null : formatInstant(zone, due)),
    remaining: clock && status === 'paused' ? remaining(clock, asOf) : undefined,
    breachedAt: run.breached === null ? undefined : formatInstant(zone, run.breached),
    stopped: stopped === null ? undefined : formatInstant(zone, stopped),
    elapsed: clock && amounted(countedBy(clock, until)),
    paused: clock && pausedOf(run, clock, until),
    reopened: clock && reopenedOf(run, clock, until),
    assessed: assess(engine, state, benchmark, run, clock),
    because: reasons ? explain(engine, benchmark, run, clock, asOf) : undefined,
  };
}

function actionOutcome({ zone }: Engine, effect: ActionEffect): ActionOutcome {
  return {
    at: formatInstant(zone, effect.at),
    ladder: effect.ladder,
    rung: effect.rung,
    occurrence: effect.occurrence,
    run: effect.run,
    action: effect.action,
    to: effect.to,
    by: effect.by,
    field: effect.field,
    value: effect.value,
    event: effect.event,
    id: effect.id,
  };
}

/** A clock that runs without a due instant has run out of compiled years. */
function beyondYears(engine: Engine, state: State): StateFinding[] {
  const findings: StateFinding[] = [];
  for (const { def, index } of engine.benchmarks) {
    for (const run of state.benchmarks[index]!.runs) {
      if (run.due !== null || statusOf(run) !== 'running' || isPaused(run)) continue;
      findings.push({
        rule: 'benchmark/beyond-years',
        at: run.start,
        message: `Run ${run.run} of ${def.id} would fall due after ${engine.policy.covers.until}, the last day the policy was compiled for, or in a calendar that does not open again.`,
      });
    }
  }
  return findings;
}

function notRun(engine: Engine): StateFinding[] {
  if (engine.notRun === undefined) return [];
  const message = `Not run, because its regulation is not adopted: ${engine.notRun}.`;
  return [{ rule: 'regulation/not-adopted', at: null, message }];
}

function findingOutcome(engine: Engine, { rule, at, message, source, cites, path }: StateFinding): Finding {
  return {
    rule,
    at: at === null ? undefined : formatInstant(engine.zone, at),
    message,
    source,
    cites,
    path: path && path.length > 0 ? path : undefined,
  };
}
