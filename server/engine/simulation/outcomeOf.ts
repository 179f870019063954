import type { Gap } from '../clock/gaps.ts';
import type { ActionOutcome, Amounted, BenchmarkOutcome, Finding, Outcome } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { beganAt, metricOutcomes } from './answers.ts';
import { assess } from './assess.ts';
import type { Context } from './context.ts';
import type { ActionEffect } from './effects.ts';
import type { Engine, LoadedBenchmark } from './engine.ts';
import { explain } from './explain.ts';
import { standardOutcomes } from './replies.ts';
import { clockOf, countedBy, countIn, endOf, isPaused, pausedIn, type RunClock, statusOf } from './run.ts';
import type { GapCause, RunState, State, StateFinding } from './state.ts';

/** Writes a state out as the JSON that people and programs read. `asOf` is null for a ticket without an event. */
export function outcomeOf(context: Context, asOf: Instant | null, reasons: boolean): Outcome {
  const { engine, state, effects } = context;
  const benchmarks = engine.benchmarks.flatMap((benchmark, i) =>
    state.benchmarks[i]!.runs.map((run) =>
      benchmarkOutcome(context, benchmark, run, asOf ?? run.start, reasons),
    ),
  );
  return {
    ticket: state.ticket,
    policy: state.policy,
    version: state.version,
    asOf: asOf === null ? null : formatInstant(engine.zone, asOf),
    ...beganOf(context),
    benchmarks,
    actions: effects
      .filter((effect) => effect.kind === 'action')
      .map((effect) => actionOutcome(engine, effect)),
    ...(engine.metrics.length > 0 && { metrics: metricOutcomes(context) }),
    ...(engine.standards.length > 0 && { standards: standardOutcomes(context) }),
    projected: [],
    findings: [...state.findings, ...beyondYears(engine, state), ...notRun(engine)].map((finding) =>
      findingOutcome(engine, finding),
    ),
  };
}

function beganOf({ engine, state }: Context): Pick<Outcome, 'began'> {
  const at = engine.datesCases ? beganAt(engine, state) : undefined;
  return at === undefined ? {} : { began: formatInstant(engine.zone, at) };
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
  const assessed = assess(engine, state, benchmark, run, clock);
  return {
    id: benchmark.def.id,
    run: run.run,
    status,
    ...(clock && { target: clock.row.label }),
    started: formatInstant(zone, run.start),
    ...(clock && { due: due === null ? null : formatInstant(zone, due) }),
    ...(clock && status === 'paused' && { remaining: remaining(clock, asOf) }),
    ...(run.breached !== null && { breachedAt: formatInstant(zone, run.breached) }),
    ...(stopped !== null && { stopped: formatInstant(zone, stopped) }),
    ...(clock && { elapsed: amounted(countedBy(clock, until)) }),
    ...(clock && gapped(run, clock, until)),
    ...(assessed.length > 0 && { assessed }),
    ...(reasons && { because: explain(engine, benchmark, run, clock, asOf) }),
  };
}

function gapped(run: RunState, clock: RunClock, until: Instant): { paused?: Amounted; reopened?: Amounted } {
  const paused = gapsWith(run, (cause) => cause !== 'reopened');
  const reopened = gapsWith(run, (cause) => cause === 'reopened');
  return {
    ...(paused.length > 0 && { paused: amounted(pausedIn(clock, paused, until)) }),
    ...(reopened.length > 0 && { reopened: amounted(pausedIn(clock, reopened, until)) }),
  };
}

function gapsWith(run: RunState, fits: (cause: GapCause) => boolean): Gap[] {
  return run.gaps.filter((gap) => fits(gap.cause));
}

/** What is left of the count that is paused. */
function remaining(clock: RunClock, asOf: Instant): Amounted {
  const count = countIn(clock);
  const counted = countedBy(clock, asOf);
  return amounted({ inDays: counted.inDays, amount: Math.max(0, (count?.amount ?? 0) - counted.amount) });
}

function amounted({ inDays, amount }: { inDays: boolean; amount: number }): Amounted {
  return inDays ? { days: amount } : { ms: amount };
}

function actionOutcome(engine: Engine, effect: ActionEffect): ActionOutcome {
  const { to, by, field, value, event } = effect;
  return {
    at: formatInstant(engine.zone, effect.at),
    ladder: effect.ladder,
    rung: effect.rung,
    occurrence: effect.occurrence,
    run: effect.run,
    action: effect.action,
    ...(to && { to }),
    ...(by && { by }),
    ...(field !== undefined && { field }),
    ...(value !== undefined && { value }),
    ...(event !== undefined && { event }),
    id: effect.id,
  };
}

/** A clock that runs without a due instant has run out of compiled years. */
function beyondYears(engine: Engine, state: State): StateFinding[] {
  return engine.benchmarks.flatMap((benchmark, i) =>
    state.benchmarks[i]!.runs.filter(
      (run) => statusOf(run) === 'running' && run.due === null && !isPaused(run),
    ).map((run) => ({
      rule: 'benchmark/beyond-years',
      at: run.start,
      message: `Run ${run.run} of ${benchmark.def.id} would fall due after ${engine.policy.covers.until}, the last day the policy was compiled for, or in a calendar that does not open again.`,
    })),
  );
}

function notRun(engine: Engine): StateFinding[] {
  if (engine.notRun === undefined) return [];
  return [{ rule: 'policy/not-yet-run', at: null, message: `Declared, but not yet run: ${engine.notRun}.` }];
}

function findingOutcome(engine: Engine, { rule, at, message, path }: StateFinding): Finding {
  return {
    rule,
    ...(at !== null && { at: formatInstant(engine.zone, at) }),
    message,
    ...(path && path.length > 0 && { path }),
  };
}
