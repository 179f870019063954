import type { Condition, Duration, Moment } from '../policy.ts';

/** When the provider may act at all. */
export interface PermitDef {
  /** `disconnection`, or `wireless-code.disconnection` for a regulation that the policy adopts. */
  id: string;
  cites?: string;
  status?: string;
  applies?: Condition;
  /** What is judged, each time. */
  on: Moment;
  /** All of them must allow it. */
  clauses: PermitClauseDef[];
  source: number;
}

export type PermitClauseDef = {
  /** As written: `waits 24 hours after final-notice`. */
  text: string;
  source: number;
} & (
  | { kind: 'only'; during: Condition }
  | { kind: 'waits'; duration: Duration; after: Moment; calendar?: string }
  /** `time` in local milliseconds since midnight, in the zone of the calendar, else the policy's. */
  | { kind: 'not after'; time: number; dayBeforeHoliday: boolean; calendar?: string }
  | { kind: 'not while'; condition: Condition }
);
