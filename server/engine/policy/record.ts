import type { Duration, Moment } from '../policy.ts';

/** What is kept of a case, for how long, and what is blacked out when. */
export interface RecordDef {
  /** `complaint-file`, or `acma-complaints.file` for a regulation that the policy adopts. */
  id: string;
  cites?: string;
  status?: string;
  keeps: string[];
  /** It is kept until the end of this; absent: nothing is said of its end. */
  retains?: { until: Moment; text: string; source: number };
  redacts: RedactionDef[];
  source: number;
}

export interface RedactionDef {
  what: string[];
  /** From the first event of the case, or until a moment. */
  due: { after: Duration; calendar?: string } | { at: Moment };
  /** As written: `redacts card-number after 6 months`. */
  text: string;
  source: number;
}
