import type { Condition, Duration, Moment } from '../policy.ts';

/** A bot: what it may do, and how soon a person takes over. */
export interface AutomationDef {
  id: string;
  cites?: string;
  /** What it may cause. Where there are any, it may cause nothing else but what `mayNot` allows by its condition. */
  may: PermissionDef[];
  mayNot: PermissionDef[];
  /** It says that it is not a person; `with` names the event by which it does. */
  discloses?: { with?: string; text: string; source: number };
  handsOver: HandoverDef[];
  source: number;
}

export interface PermissionDef {
  events: string[];
  when?: Condition;
  /** As written: `may not resolved when category is complaint`. */
  text: string;
  source: number;
}

export interface HandoverDef {
  /** The moment that asks for a person. */
  after: Moment;
  within: Duration;
  /** What the duration is counted in, where it needs a calendar. */
  calendar?: string;
  /** The channel on which the person takes over. */
  to?: string;
  keeping: string[];
  /** As written: `hands over within 5 minutes after handover-requested`. */
  text: string;
  source: number;
}
