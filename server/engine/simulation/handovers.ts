import { after } from '../clock/offset.ts';
import type { HandoverOutcome, Reason } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import type { Context } from './context.ts';
import type { Engine } from './engine.ts';
import type { EventEntry } from './entries.ts';
import { keptOf, lostOf } from './keeping.ts';
import type { LoadedHandover } from './loadConduct.ts';
import type { Happening } from './moments.ts';
import type { HandoverState, State, StateFinding } from './state.ts';
import { instantWords } from './words.ts';

/** A person who acts takes over from every bot that was asked to hand over. */
export function takeOver({ engine, state }: Context, { by, at, emitted, path }: EventEntry): void {
  const { conduct, policy } = engine;
  if (by === undefined || emitted || !(conduct.people.has(by) || conduct.roles.has(by))) return;
  for (const handover of state.handovers ?? []) {
    if (handover.handedOver !== null) continue;
    const { automation, def } = conduct.handovers[handover.clause]!;
    const channel = policy.channelField === undefined ? undefined : state.fields[policy.channelField];
    if (def.to !== undefined && channel !== def.to) continue;
    handover.handedOver = at;
    handover.to = by;
    const lost = lostOf(handover.kept, state);
    if (lost.length > 0)
      state.findings.push({
        rule: 'channel/dropped',
        at,
        message: `${automation.id} hands over to ${by} without ${lost.join(', ')}: ${def.text}.`,
        path,
        source: def.source,
        ...(automation.cites !== undefined && { cites: automation.cites }),
      });
  }
}

/** Begins a hand-over where something asks for it, unless it is asked for already. */
export function askForPerson({ engine, state }: Context, clause: number, happening: Happening): void {
  const { def, after: asks, counting } = engine.conduct.handovers[clause]!;
  if (!asks.arrives(state, happening)) return;
  state.handovers ??= [];
  const known = state.handovers;
  if (known.some((each) => each.clause === clause && each.handedOver === null)) return;
  const due = after(counting, happening.at, def.within);
  known.push({
    clause,
    requested: happening.at,
    due: Number.isFinite(due) ? due : null,
    handedOver: null,
    kept: keptOf(def.keeping, state),
  });
}

/** In the order in which they were asked for; done at the due instant is done in time. */
export function handoverOutcomes(
  { engine, state }: Context,
  asOf: Instant,
  reasons: boolean,
): HandoverOutcome[] {
  const { zone, conduct } = engine;
  const runs = new Map<number, number>();
  return (state.handovers ?? []).map((handover) => {
    const { clause, requested, due, handedOver, to } = handover;
    const loaded = conduct.handovers[clause]!;
    const run = (runs.get(clause) ?? 0) + 1;
    runs.set(clause, run);
    return {
      id: loaded.automation.id,
      run,
      status: isLate(handover, asOf) ? 'breached' : handedOver === null ? 'running' : 'met',
      target: loaded.def.within.text,
      requested: formatInstant(zone, requested),
      due: due === null ? null : formatInstant(zone, due),
      handedOver: handedOver === null ? undefined : formatInstant(zone, handedOver),
      to,
      because: reasons ? explain(engine, loaded, handover, asOf) : undefined,
    };
  });
}

/** Of those that came too late, or not at all so far. */
export function lateHandovers({ conduct }: Engine, state: State, asOf: Instant | null): StateFinding[] {
  if (!state.handovers) return [];
  return state.handovers.flatMap((handover) => {
    if (asOf === null || !isLate(handover, asOf)) return [];
    const { automation, def } = conduct.handovers[handover.clause]!;
    return [
      {
        rule: 'automation/late-handover',
        at: handover.due,
        message: `${automation.id} did not hand over in time: ${def.text}.`,
        source: def.source,
        ...(automation.cites !== undefined && { cites: automation.cites }),
      },
    ];
  });
}

function isLate({ due, handedOver }: HandoverState, asOf: Instant): boolean {
  if (due === null) return false;
  return handedOver === null ? due <= asOf : due < handedOver;
}

function explain(
  { zone }: Engine,
  { automation, def }: LoadedHandover,
  handover: HandoverState,
  asOf: Instant,
): Reason[] {
  const { requested, due, handedOver, to } = handover;
  const base = {
    source: def.source,
    ...(automation.cites !== undefined && { cites: automation.cites }),
  };
  const reasons: Reason[] = [
    {
      why: 'started',
      text: `A person was asked for on ${instantWords(zone, requested)}.`,
      at: formatInstant(zone, requested),
    },
  ];
  if (due !== null)
    reasons.push({
      why: 'due',
      text: `${def.text}: due ${instantWords(zone, due)}.`,
      at: formatInstant(zone, due),
      ...base,
    });
  if (handedOver !== null)
    reasons.push({
      why: 'stopped',
      text: `${to} took over on ${instantWords(zone, handedOver)}, ${isLate(handover, asOf) ? 'too late' : 'in time'}.`,
      at: formatInstant(zone, handedOver),
    });
  return reasons;
}
