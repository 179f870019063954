import type { BenchmarkOutcome, DisputeOutcome, Outcome } from '../engine/outcome.ts';
import { instantWords } from '../engine/simulation/words.ts';
import type { Instant, Zone } from '../engine/time/zone.ts';
import type { TimelineItem } from './timeline.ts';

/** Steps of disputes, rights and permits as items of a timeline. Pauses of steps are those of their clocks. */
export function disputeItems(
  { disputes = [], rights = [], permits = [] }: Outcome,
  zone: Zone,
  at: (text: string) => Instant,
): TimelineItem[] {
  const items: TimelineItem[] = disputes.flatMap((step) => stepItems(step, at));
  for (const { id, opened, closes, closed } of rights) {
    const until = closes === undefined ? '' : `, until ${instantWords(zone, at(closes))}`;
    items.push({ at: at(opened), kind: 'begin again', text: `${id} opens${until}` });
    if (closed !== undefined) items.push({ at: at(closed), kind: 'stop', text: `${id} closes` });
  }
  for (const { id, at: when, allowed, from } of permits) {
    const later = from === undefined ? '' : `, but would be from ${instantWords(zone, at(from))} on`;
    items.push({
      at: at(when),
      kind: allowed ? 'met' : 'breach',
      text: allowed ? `${id} allowed` : `${id} not allowed${later}`,
    });
  }
  return items;
}

/** A step's clock, as bars and pauses are drawn from a run. */
export function clockOfStep(step: DisputeOutcome): BenchmarkOutcome {
  const { run, entered, target, due, remaining, overdueAt, paused, left, because } = step;
  const running = remaining === undefined ? 'running' : 'paused';
  return {
    id: stepLabel(step),
    run,
    status: overdueAt !== undefined ? 'breached' : left !== undefined ? 'met' : running,
    target,
    started: entered,
    due,
    breachedAt: overdueAt,
    stopped: left,
    paused,
    because,
  };
}

/** `complaint-dispute: ombudsman` */
export function stepLabel({ id, step }: Pick<DisputeOutcome, 'id' | 'step'>): string {
  return `${id}: ${step}`;
}

function stepItems(
  { id, run, step, entered, target, overdueAt, left, ended, told = [] }: DisputeOutcome,
  at: (text: string) => Instant,
): TimelineItem[] {
  const name = run === 1 ? id : `${id} (${run})`;
  const limit = target === undefined ? '' : `: ${target}`;
  const items: TimelineItem[] = [
    { at: at(entered), kind: 'begin again', text: `${name} comes to ${step}${limit}` },
  ];
  if (overdueAt !== undefined)
    items.push({ at: at(overdueAt), kind: 'breach', text: `${name} overdue at ${step}` });
  if (ended !== undefined && left !== undefined)
    items.push({ at: at(left), kind: 'stop', text: `${name} ends as ${ended}` });
  for (const { party, with: event, status, due, at: done } of told) {
    const what = `${party} told with ${event}`;
    if (status === 'met' && done !== undefined)
      items.push({ at: at(done), kind: 'met', text: `${what}, in time` });
    if (status === 'breached' && due !== null)
      items.push({ at: at(due), kind: 'breach', text: `${party} not told with ${event}` });
  }
  return items;
}
