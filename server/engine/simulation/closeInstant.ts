import type { Instant } from '../time/zone.ts';
import { breach, newRun, playRole } from './benchmarkRuns.ts';
import type { Context } from './context.ts';
import { judgeStepPauses } from './dispute/clocks.ts';
import { moveSteps } from './dispute/moveSteps.ts';
import { fireRungs } from './fireRungs.ts';
import { handle } from './handle.ts';
import { settle } from './happen.ts';
import { judgeAssessment, judgePauses } from './judgePauses.ts';
import { pendingMoment, pendingTurn } from './pendingMoment.ts';
import { attemptByTime } from './permit/judgePermits.ts';
import { passTime } from './remedy/settleRemedies.ts';
import { triggerRemedies } from './remedy/triggerRemedies.ts';
import { turnRights } from './right/turnRights.ts';
import { isLive, refresh } from './run.ts';

/** So many rounds of feedback at one instant are taken for a loop. */
const mostRounds = 1000;

/** What comes by time alone, by kind: does what is due up to an instant, and says whether anything was. */
type TimerKind = (context: Context, at: Instant) => boolean;

/** In the order in which they come within an instant; within a kind in the order declared. */
const timerKinds: readonly TimerKind[] = [
  arriveMoments,
  breachDue,
  fireRungs,
  moveSteps,
  turnRights,
  triggerRemedies,
  attemptByTime,
];

/**
 * Ends an instant after its last event: judges pauses, then runs its timers by kind, and what they set and emit, until
 * nothing more happens.
 */
export function closeInstant(context: Context, at: Instant): void {
  const { state } = context;
  passTime(context, at);
  state.now = at;
  state.open = false;
  for (let round = 0; round < mostRounds; round++) {
    judgePauses(context, at);
    judgeStepPauses(context, at);
    if (!runKinds(context, at)) return;
  }
  context.queue.length = 0;
  state.findings.push({
    rule: 'ladder/feedback-loop',
    at,
    message: 'Timers kept setting each other off at this instant without end; the rest of them was left out.',
  });
}

/** What a kind emits is handled before the next kind comes, and what it makes due comes first. */
function runKinds(context: Context, at: Instant): boolean {
  let happened = false;
  for (const runKind of timerKinds) {
    if (!runKind(context, at)) continue;
    happened = true;
    if (context.queue.length === 0) continue;
    for (let entry = context.queue.shift(); entry; entry = context.queue.shift()) handle(context, entry);
    return true;
  }
  return happened;
}

function arriveMoments(context: Context, at: Instant): boolean {
  const { engine, state } = context;
  let moved = false;
  for (const i of engine.timedStates) {
    const span = state.states[i]!;
    const arrival = pendingTurn(engine.states[i]!, state, span);
    if (arrival === undefined || arrival > at) continue;
    if (span.since === null) {
      span.opened = arrival;
      span.since = at;
    } else {
      span.closed = arrival;
      span.since = null;
    }
    moved = true;
  }
  for (const i of engine.timedBenchmarks) {
    const benchmark = engine.benchmarks[i]!;
    const { arrived } = state.benchmarks[i]!;
    for (const { key, role, moment } of benchmark.moments) {
      const arrival = pendingMoment(moment, state, arrived[key]);
      if (arrival === undefined || arrival > at) continue;
      arrived[key] = arrival;
      // A clock that comes to start in the past has its own start; what else is past happens now.
      playRole(context, benchmark, role, role === 'from' ? arrival : at, false);
      moved = true;
    }
  }
  settle(context);
  return moved;
}

function breachDue(context: Context, at: Instant): boolean {
  const { engine, state } = context;
  let breached = false;
  for (const benchmark of engine.benchmarks) {
    const runs = state.benchmarks[benchmark.index]!;
    // A run that starts here is judged in the next round.
    const before = runs.runs.length;
    for (let i = 0; i < before; i++) {
      const run = runs.runs[i]!;
      if (!isLive(run) || !run.applies || run.breached !== null || run.due === null || run.due > at) continue;
      breach(context, benchmark, run, at);
      judgeAssessment(state, benchmark, run, at);
      if (benchmark.def.every) {
        run.stopped = at;
        newRun(context, benchmark, runs, run.missed ?? at, false);
      }
      refresh(context, benchmark, run);
      settle(context);
      breached = true;
    }
  }
  return breached;
}
