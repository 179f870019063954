import type { Condition, Moment } from '../policy.ts';
import type { OpeningDef } from './dispute.ts';

/** What somebody may do from one moment on, and until another. */
export interface RightDef {
  /** `external-review`, or `acma-complaints.external-review` for a regulation that the policy adopts. */
  id: string;
  cites?: string;
  status?: string;
  applies?: Condition;
  /** Each of them opens it. */
  opens: OpeningDef[];
  /** The last instant at which it may be used; absent: for good. */
  closes?: { at: Moment; calendar?: string; text: string; source: number };
  source: number;
}
