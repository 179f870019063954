import { after } from '../clock/offset.ts';
import type { Reason, RecordOutcome } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { beganAt } from './answers.ts';
import type { Context } from './context.ts';
import type { Engine } from './engine.ts';
import type { LoadedRecord, LoadedRedaction } from './loadConduct.ts';
import type { State } from './state.ts';
import { instantWords } from './words.ts';

/** Until when a case's records are kept, and when what is blacked out; nothing before the case has begun. */
export function recordOutcomes({ engine, state }: Context, reasons: boolean): RecordOutcome[] {
  const began = beganAt(engine, state);
  if (began === undefined) return [];
  return engine.conduct.records.map((record) => recordOutcome(engine, state, record, began, reasons));
}

function recordOutcome(
  engine: Engine,
  state: State,
  record: LoadedRecord,
  began: Instant,
  reasons: boolean,
): RecordOutcome {
  const { zone } = engine;
  const { def, until } = record;
  const kept = until && finite(until.deadline(state, zone));
  const redactions = record.redacts.map(
    (redaction): DueRedaction => ({
      redaction,
      due: dueOf(engine, state, redaction, began),
    }),
  );
  return {
    id: def.id,
    keptUntil: until && (kept === undefined ? null : formatInstant(zone, kept)),
    redactions: redactions.map(({ redaction, due }) => ({
      what: redaction.def.what,
      due: due === undefined ? null : formatInstant(zone, due),
    })),
    because: reasons ? explain(engine, record, kept, redactions) : undefined,
  };
}

interface DueRedaction {
  readonly redaction: LoadedRedaction;
  readonly due: Instant | undefined;
}

function explain(
  engine: Engine,
  record: LoadedRecord,
  kept: Instant | undefined,
  redactions: readonly DueRedaction[],
): Reason[] {
  const { retains } = record.def;
  const because = retains ? [reasonOf(engine, record, retains, kept, 'until')] : [];
  for (const { redaction, due } of redactions)
    because.push(reasonOf(engine, record, redaction.def, due, 'by'));
  return because;
}

function dueOf(
  { zone }: Engine,
  state: State,
  { def, at, counting }: LoadedRedaction,
  began: Instant,
): Instant | undefined {
  if (at) return finite(at.deadline(state, zone));
  return 'after' in def.due ? finite(after(counting, began, def.due.after)) : undefined;
}

function reasonOf(
  { zone }: Engine,
  { def }: LoadedRecord,
  { text, source }: { text: string; source: number },
  at: Instant | undefined,
  preposition: 'until' | 'by',
): Reason {
  const cites = def.cites === undefined ? {} : { cites: def.cites };
  if (at === undefined)
    return {
      why: 'waiting',
      text: `${text}: nothing has happened yet from which it counts.`,
      source,
      ...cites,
    };
  return {
    why: 'due',
    text: `${text}: ${preposition} ${instantWords(zone, at)}.`,
    at: formatInstant(zone, at),
    source,
    ...cites,
  };
}

function finite(at: Instant | undefined): Instant | undefined {
  return at !== undefined && Number.isFinite(at) ? at : undefined;
}
