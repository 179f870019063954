import type { Instant } from '../time/zone.ts';
import type { Stored } from '../value/stored.ts';

/** An entry of a ticket's log, read and found good. */
export type Entry = EventEntry | SetEntry;

export interface EventEntry {
  kind: 'event';
  at: Instant;
  event: string;
  by?: string;
  data?: Record<string, Stored>;
  /** What the reply contains; absent where nobody says. */
  contains?: string[];
  id?: string;
  path: (string | number)[];
  /** Made by a rung: such an event is not judged by a cut-off. */
  emitted?: boolean;
}

export interface SetEntry {
  kind: 'set';
  at: Instant;
  /** Undefined unsets. */
  fields: Record<string, Stored | undefined>;
  id?: string;
  path: (string | number)[];
}
