import type { DisputeOutcome, Reason, ToldOutcome } from '../../outcome.ts';
import { formatInstant } from '../../time/iso.ts';
import type { Instant } from '../../time/zone.ts';
import { roundedText } from '../../value/money.ts';
import { pausedOf, remaining } from '../amounted.ts';
import type { Context } from '../context.ts';
import { explainClock } from '../explain.ts';
import { clockOf, isHeld, type RunClock } from '../run.ts';
import type { DisputeRunState, State, StepState } from '../state.ts';
import { instantWords } from '../words.ts';
import type { LoadedDispute, LoadedStep } from './loadDisputes.ts';

/** Every step that a dispute has come to, in order. */
export function disputeOutcomes(context: Context, asOf: Instant, reasons: boolean): DisputeOutcome[] {
  const outcomes: DisputeOutcome[] = [];
  for (const dispute of context.engine.disputes) {
    context.state.disputes[dispute.index]!.runs.forEach((run, i) => {
      for (let number = 0; number < run.steps.length; number++)
        outcomes.push(stepOutcome(context, { dispute, run, number, asOf }, i + 1, reasons));
    });
  }
  return outcomes;
}

/** A step and where it stands. */
interface Place {
  readonly dispute: LoadedDispute;
  readonly run: DisputeRunState;
  /** Among the steps entered. */
  readonly number: number;
  readonly asOf: Instant;
}

function stepOutcome(context: Context, place: Place, run: number, reasons: boolean): DisputeOutcome {
  const { engine, state } = context;
  const { zone } = engine;
  const { dispute, asOf, number } = place;
  const entered = place.run.steps[number]!;
  const step = dispute.steps[entered.step]!;
  const { clock: timer, left, outcome } = entered;
  const clock = clockOf(context, step.clock, timer);
  const due = timer.missed ?? timer.due;
  const ended = number === place.run.steps.length - 1 ? place.run.ended : null;
  return {
    id: dispute.def.id,
    run,
    step: step.def.id,
    entered: formatInstant(zone, timer.start),
    target: clock?.row.label,
    due: clock && (due === null ? null : formatInstant(zone, due)),
    remaining: clock && isHeld(timer) ? remaining(clock, asOf) : undefined,
    overdueAt: timer.breached === null ? undefined : formatInstant(zone, timer.breached),
    paused: clock && pausedOf(timer, clock, left ?? asOf),
    left: left === null ? undefined : formatInstant(zone, left),
    outcome: outcome ?? undefined,
    ended: ended?.outcome,
    binds: step.def.binds && binding(step, state),
    told: step.tells.length > 0 ? toldOutcomes(context, step, entered) : undefined,
    because: reasons ? explainStep(context, place, clock) : undefined,
  };
}

function binding({ def, upTo }: LoadedStep, state: State): DisputeOutcome['binds'] {
  const amount = upTo?.(state);
  const { parties } = def.binds!;
  if (amount?.kind !== 'number' || amount.currency === undefined) return { parties };
  const { value, currency } = amount;
  return { parties, amount: roundedText(value, currency), currency };
}

function toldOutcomes(
  { engine: { zone } }: Context,
  { tells }: LoadedStep,
  { told }: StepState,
): ToldOutcome[] {
  return tells.map(({ def }, i) => {
    const { breached, stopped, missed, due } = told[i]!;
    const last = missed ?? due;
    return {
      party: def.party,
      with: def.with,
      status: breached !== null ? 'breached' : stopped !== null ? 'met' : 'running',
      due: last === null ? null : formatInstant(zone, last),
      ...(stopped !== null && { at: formatInstant(zone, stopped) }),
    };
  });
}

function explainStep(context: Context, place: Place, clock: RunClock | undefined): Reason[] {
  const { engine } = context;
  const entered = place.run.steps[place.number]!;
  const step = place.dispute.steps[entered.step]!;
  return [
    entryReason(context, place),
    ...standingReasons(context, step),
    ...(clock ? explainClock(engine, step.clock, entered.clock, clock, place.asOf) : []),
    ...tellReasons(context, step, entered),
    ...exitReasons(context, place),
  ];
}

function entryReason({ engine: { zone } }: Context, { dispute, run, number }: Place): Reason {
  const { clock, step } = run.steps[number]!;
  const before = run.steps[number - 1];
  const { cites } = dispute.steps[step]!.def;
  const general = dispute.def.cites;
  return {
    why: 'started',
    text: before
      ? `Came here ${instantWords(zone, clock.start)}, ${causeWords(before.outcome)} from ${dispute.def.steps[before.step]!.id}.`
      : `${dispute.def.id} opened ${instantWords(zone, clock.start)}.`,
    at: formatInstant(zone, clock.start),
    source: before ? dispute.def.steps[step]!.source : dispute.def.source,
    ...(cites !== undefined ? { cites } : general !== undefined && { cites: general }),
  };
}

function causeWords(outcome: string | null): string {
  return outcome === 'overdue' ? 'overdue' : `on ${outcome ?? 'its end'}`;
}

/** Who decides, what rests meanwhile, whom it binds. */
function standingReasons({ state }: Context, step: LoadedStep): Reason[] {
  const { owner, heard, independent, freezes, binds, source } = step.def;
  const reasons: Reason[] = [];
  if (owner !== undefined) reasons.push({ why: 'decides', text: `Decided by ${owner}.`, source });
  if (heard) {
    const body = heard.body === undefined ? heard.by : `${heard.by}, ${heard.body}`;
    reasons.push({ why: 'decides', text: `Heard by ${body}.`, source: heard.source });
  }
  if (independent)
    reasons.push({ why: 'decides', text: 'Whoever decides is independent of the provider.', ...independent });
  if (freezes)
    reasons.push({
      why: 'freezes',
      text: `Meanwhile rests: ${freezes.what.join(', ')}.`,
      source: freezes.source,
    });
  const bound = binds && binding(step, state);
  if (binds && bound) {
    const upTo = bound.amount === undefined ? '' : ` up to ${bound.amount} ${bound.currency}`;
    reasons.push({
      why: 'binds',
      text: `The decision binds ${bound.parties.join(' and ')}${upTo}.`,
      source: binds.source,
    });
  }
  return reasons;
}

function tellReasons({ engine: { zone } }: Context, { tells }: LoadedStep, { told }: StepState): Reason[] {
  return tells.map(({ def }, i) => {
    const { breached, stopped, missed, due } = told[i]!;
    const last = missed ?? due;
    const by = last === null ? '' : ` by ${instantWords(zone, last)}`;
    const done =
      stopped === null
        ? breached === null
          ? 'which has not happened yet'
          : 'which has not happened'
        : `which happened ${instantWords(zone, stopped)}${breached === null ? ', in time' : ', too late'}`;
    return {
      why: 'told',
      text: `The ${def.party} must be told with ${def.with}${by}, ${done}.`,
      ...(stopped !== null && { at: formatInstant(zone, stopped) }),
      source: def.source,
    };
  });
}

function exitReasons({ engine: { zone } }: Context, { dispute, run, number }: Place): Reason[] {
  const { clock, left, outcome, step } = run.steps[number]!;
  const { def } = dispute.steps[step]!;
  const reasons: Reason[] = [];
  if (clock.breached !== null)
    reasons.push({
      why: 'overdue',
      text: `Overdue ${instantWords(zone, clock.breached)}.`,
      at: formatInstant(zone, clock.breached),
      source: def.source,
    });
  if (left === null) return reasons;
  const next = run.steps[number + 1];
  const where = next
    ? `went on to ${dispute.def.steps[next.step]!.id}`
    : `ended as ${run.ended?.outcome ?? 'it stood'}`;
  reasons.push({
    why: 'ended',
    text: `Left ${instantWords(zone, left)}, ${causeWords(outcome)}: the dispute ${where}.`,
    at: formatInstant(zone, left),
    source: transitionSource(def, outcome, next?.step) ?? def.source,
  });
  return reasons;
}

function transitionSource(
  { transitions }: LoadedStep['def'],
  outcome: string | null,
  step: number | undefined,
): number | undefined {
  const fits = transitions.filter(({ to }) => ('step' in to ? to.step === step : step === undefined));
  return (fits.find(({ cause }) => cause === outcome) ?? fits[0])?.source;
}
