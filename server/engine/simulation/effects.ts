import type { Instant } from '../time/zone.ts';

/** What a step makes happen. `id` names it for ever: acting on the same id twice is one act too many. */
export type Effect = VerdictEffect | ActionEffect;

export interface VerdictEffect {
  kind: 'verdict';
  at: Instant;
  benchmark: string;
  run: number;
  verdict: 'started' | 'met' | 'breached' | 'cancelled';
  id: string;
}

export interface ActionEffect {
  kind: 'action';
  at: Instant;
  benchmark: string;
  ladder: string;
  /** From 1, in the order written. */
  rung: number;
  occurrence: number;
  run: number;
  action: 'notify' | 'assign' | 'raise' | 'set' | 'emit';
  to?: string[];
  by?: string[];
  field?: string;
  value?: string;
  event?: string;
  /** The rung as written. */
  text: string;
  id: string;
}
