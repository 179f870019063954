import { noteVerdict } from '../benchmarkRuns.ts';
import type { Context } from '../context.ts';
import type { Engine } from '../engine.ts';
import type { EventEntry } from '../entries.ts';
import type { Happening } from '../moments.ts';
import { isLive } from '../run.ts';
import type { StateFinding } from '../state.ts';
import type { LoadedDispute, LoadedStep } from './loadDisputes.ts';
import { type Current, currentStep } from './readDispute.ts';
import { leave, openDispute, stopClock } from './steps.ts';
import { refusal } from './whoDecides.ts';

/**
 * Tells a dispute what has happened: it leaves the step that waits for it, or opens a dispute that is not open. `entry` is
 * the log's entry behind it, absent for what comes about by itself.
 */
export function hearDispute(
  context: Context,
  dispute: LoadedDispute,
  happening: Happening,
  entry: EventEntry | undefined,
): void {
  const { engine, state } = context;
  const { at } = happening;
  const judged = entry !== undefined && !entry.emitted;
  if (happening.kind === 'event') tell(context, dispute, happening.event, at);
  const current = currentStep(state, dispute);
  if (!current) {
    const opens = dispute.opens.some(
      ({ moment, when }) => moment.arrives(state, happening) && (!when || when(state)),
    );
    if (opens) openDispute(context, dispute, at, judged);
    else if (judged) noteStray(context, dispute, entry, undefined);
    return;
  }
  const waiting = current.step.transitions.filter(({ moment }) => moment?.arrives(state, happening));
  if (waiting.length === 0) {
    if (judged) noteStray(context, dispute, entry, current);
    return;
  }
  const transition = waiting.find(({ when }) => !when || when(state));
  if (!transition) return;
  const refused = judged ? refusal(engine, dispute, current.step, entry) : undefined;
  if (refused) {
    state.findings.push(refused);
    return;
  }
  const cause = happening.kind === 'event' ? happening.event : transition.def.cause;
  leave(context, dispute, current, transition, cause, at, judged);
}

/** Who had to be told has been, also after the step has been left. */
function tell(context: Context, dispute: LoadedDispute, event: string, at: number): void {
  for (const { steps } of context.state.disputes[dispute.index]!.runs) {
    for (const { step, told } of steps) {
      dispute.steps[step]!.tells.forEach(({ def, clock }, i) => {
        const run = told[i]!;
        if (def.with !== event || !isLive(run)) return;
        stopClock(context, clock, run, at);
        if (run.breached === null) noteVerdict(context, clock, run, 'met', at);
      });
    }
  }
}

/** An event that belongs to a step which is not the current one. What also opens disputes is none, nor what others hear. */
function noteStray(
  { engine, state }: Context,
  dispute: LoadedDispute,
  entry: EventEntry,
  current: Current | undefined,
): void {
  const { event, at, path } = entry;
  const { id } = dispute.def;
  if (dispute.opens.some(({ moment }) => moment.events.includes(event))) return;
  const owner = dispute.steps.find((step) => listensTo(step, event));
  if (!owner) return;
  if (!current && isHeardByBenchmark(engine, event)) return;
  const finding: StateFinding = current
    ? {
        rule: 'dispute/other-step',
        at,
        message: `${event} belongs to the step ${owner.def.id} of ${id}, which is in ${current.step.def.id}, so it has no effect there.`,
        path,
      }
    : {
        rule: 'dispute/not-open',
        at,
        message: `${event} belongs to the step ${owner.def.id} of ${id}, which is not open, so it has no effect there.`,
        path,
      };
  state.findings.push(finding);
}

function isHeardByBenchmark({ listeners }: Engine, event: string): boolean {
  return (listeners.onEvent.get(event)?.benchmarks.length ?? 0) > 0;
}

function listensTo({ transitions }: LoadedStep, event: string): boolean {
  return transitions.some(({ moment }) => moment?.events.includes(event));
}
