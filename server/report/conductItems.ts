import type { Outcome } from '../engine/outcome.ts';
import { instantWords } from '../engine/simulation/words.ts';
import type { Instant, Zone } from '../engine/time/zone.ts';
import type { TimelineItem } from './timeline.ts';

/** Hand-overs and channels as items of a timeline. */
export function conductItems(
  { automations = [], channels = [] }: Outcome,
  zone: Zone,
  at: (text: string) => Instant,
): TimelineItem[] {
  const items: TimelineItem[] = channels.map(({ id, since, open, opens }) => ({
    at: at(since),
    kind: 'begin',
    text: `on ${id}${open === false ? `, which is closed${opens === undefined ? '' : ` and opens ${instantWords(zone, at(opens))}`}` : ''}`,
  }));
  for (const { id, status, requested, due, handedOver, to, target } of automations) {
    items.push({ at: at(requested), kind: 'begin', text: `${id} is to hand over: ${target}` });
    if (status === 'breached' && due !== null)
      items.push({ at: at(due), kind: 'breach', text: `${id} has not handed over: ${target}` });
    if (handedOver !== undefined)
      items.push({
        at: at(handedOver),
        kind: status === 'met' ? 'met' : 'stop',
        text: `${to} takes over from ${id}`,
      });
    if (status === 'running' && due !== null)
      items.push({ at: at(due), kind: 'ahead', text: `${id} would not have handed over` });
  }
  return items;
}

/** What of a case is kept until when, a sentence a record. */
export function recordSentences(
  { records = [] }: Outcome,
  zone: Zone,
  at: (text: string) => Instant,
): string[] {
  return records.map(({ id, keptUntil, redactions }) => {
    const parts = redactions.map(({ what, due }) =>
      due === null
        ? `${what.join(', ')} to be blacked out, not yet dated`
        : `${what.join(', ')} to be blacked out by ${instantWords(zone, at(due))}`,
    );
    if (keptUntil !== undefined)
      parts.unshift(
        keptUntil === null ? 'kept, not yet dated' : `kept until ${instantWords(zone, at(keptUntil))}`,
      );
    return `${id}: ${parts.join('; ') || 'kept'}.`;
  });
}
