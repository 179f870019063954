import type { Outcome, Reason } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { formatInstant } from '../engine/time/iso.ts';
import { dayAt, type Instant, startOfDay } from '../engine/time/zone.ts';
import { instantOf } from '../report/timeline.ts';

/** Something that is to be done to a record of a ticket. */
export interface RecordItem {
  ticket: string;
  record: string;
  action: 'redact' | 'delete';
  /** What is blacked out; of a deletion, what the record keeps. */
  what: string[];
  status: 'due' | 'later' | 'open';
  /** A redaction is to be done by then, a deletion from then on; null while nothing has happened from which it counts. */
  due: string | null;
  because: string;
  cites?: string;
}

/**
 * What is to be done to the records of a ticket, whose outcome has its reasons. It is due from the first instant of the
 * day on which it must be done.
 */
export function dueRecords(engine: Engine, outcome: Outcome, asOf: Instant): RecordItem[] {
  return (outcome.records ?? []).flatMap((record) => {
    const def = engine.policy.records.find(({ id }) => id === record.id);
    const reasons = [...(record.because ?? [])];
    const item = (
      action: RecordItem['action'],
      what: string[],
      due: Instant | undefined,
      reason: Reason | undefined,
    ): RecordItem => ({
      ticket: outcome.ticket,
      record: record.id,
      action,
      what,
      status: due === undefined ? 'open' : isDue(engine, due, asOf) ? 'due' : 'later',
      due: due === undefined ? null : formatInstant(engine.zone, due),
      because: reason?.text ?? '',
      ...(reason?.cites !== undefined && { cites: reason.cites }),
    });
    const items: RecordItem[] = [];
    if (record.keptUntil !== undefined) {
      const until = record.keptUntil === null ? undefined : instantOf(engine, record.keptUntil) + 1;
      items.push(item('delete', def?.keeps ?? [], until, reasons.shift()));
    }
    for (const { what, due } of record.redactions)
      items.push(item('redact', what, due === null ? undefined : instantOf(engine, due), reasons.shift()));
    return items;
  });
}

function isDue({ zone }: Engine, due: Instant, asOf: Instant): boolean {
  return startOfDay(zone, dayAt(zone, due)) <= asOf;
}
