import type { Instant } from '../time/zone.ts';

/** What a step makes happen. `id` names it for ever: acting on the same id twice is one act too many. */
export type Effect = StepEffect | RightEffect | PermitEffect | VerdictEffect | ActionEffect | RemedyEffect;

export interface VerdictEffect {
  kind: 'verdict';
  at: Instant;
  benchmark: string;
  run: number;
  verdict: 'started' | 'met' | 'breached' | 'cancelled';
  id: string;
}

/** A remedy has been triggered: from now on something is owed, or may come to be. */
export interface RemedyEffect {
  kind: 'remedy';
  at: Instant;
  remedy: string;
  run: number;
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

/** What becomes of a dispute: it enters a step, falls overdue in it, or ends there. */
export interface StepEffect {
  kind: 'step';
  at: Instant;
  dispute: string;
  /** From 1. */
  run: number;
  step: string;
  what: 'entered' | 'overdue' | 'ended';
  /** With which it ends. */
  outcome?: string;
  id: string;
}

export interface RightEffect {
  kind: 'right';
  at: Instant;
  right: string;
  what: 'opened' | 'closed';
  id: string;
}

/** Something that needs a permit was done. */
export interface PermitEffect {
  kind: 'permit';
  at: Instant;
  permit: string;
  allowed: boolean;
  id: string;
}
