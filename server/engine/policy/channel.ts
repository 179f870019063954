import type { Amount } from '../policy.ts';

/** A way to reach the provider. */
export interface ChannelDef {
  id: string;
  cites?: string;
  /** The calendar by which it is open. Absent: nothing is said of its hours. */
  hours?: 'always' | { calendar: string };
  /** It costs the customer nothing. */
  free: boolean;
  /** What it costs the customer; `text` as written. */
  costs?: { amount: Amount; text: string };
  accessibleBy: string[];
  handsOver: ChannelHandoverDef[];
  source: number;
}

export interface ChannelHandoverDef {
  to: string;
  keeping: string[];
  /** As written: `hands over to phone keeping reference`. */
  text: string;
  source: number;
}
