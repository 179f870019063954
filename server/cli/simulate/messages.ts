import type { Damage, RawTicket } from '../input/rawTicket.ts';
import type { Rendered } from './render.ts';
import type { SimulationCounts } from './simulator.ts';

/** Some tickets for a thread to run. */
export interface Batch {
  /** In the order of the file, from 0. */
  number: number;
  items: (RawTicket | Damage)[];
}

/** What a thread answers. */
export type FromThread =
  | { kind: 'rendered'; number: number; rendered: Rendered[] }
  | { kind: 'counts'; counts: SimulationCounts };
