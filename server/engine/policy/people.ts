import type { Duration } from '../policy.ts';

export interface RoleDef {
  id: string;
  cites?: string;
  /** What whoever acts in this role must have. */
  requires: CredentialDef[];
  source: number;
}

export interface CredentialDef {
  what: 'certificate' | 'skill';
  name: string;
  /** How long it lasts from the day it was given; absent: for good. */
  refreshed?: Duration;
  /** What business time of it is counted in. */
  calendar?: string;
  /** As written: `certificate consumer-law refreshed every 12 months`. */
  text: string;
  source: number;
}

export interface PersonDef {
  name: string;
  roles: string[];
  /** A certificate that was refreshed stands here once for every day on which it was given. */
  holds: HoldingDef[];
  /** Where it says so: in a policy, or in a roster. */
  source: number;
}

export interface HoldingDef {
  what: 'certificate' | 'skill';
  name: string;
  /** The local date on which it was given; absent where nobody wrote it down. */
  since?: string;
  source: number;
}
