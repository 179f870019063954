import type { Policy } from '../../engine/policy.ts';
import type { Instant } from '../../engine/time/zone.ts';
import type { StyleSettings } from '../terminal/style.ts';

export type Format = 'text' | 'json' | 'ndjson';

/** What a simulation needs to know beside its tickets; plain data, so that threads can be told it. */
export interface SimulationSetup {
  /** Versions of one policy, by the instant from which they are in force. */
  policies: readonly Policy[];
  asOf: Instant | undefined;
  reasons: boolean;
  /** `none` where only the summary is wanted. */
  format: Format | 'none';
  /** Of the file of tickets. */
  name: string;
  style: StyleSettings;
}
