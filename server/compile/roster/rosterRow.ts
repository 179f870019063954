/** A word of a roster where it stands; offsets in UTF-16 units of its file, end exclusive. */
export interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What one row of a roster says of somebody; several rows may speak of the same person. */
export interface RosterRow {
  readonly name: Placed;
  readonly roles: readonly Placed[];
  readonly holds: readonly RosterHolding[];
}

export interface RosterHolding {
  readonly what: 'certificate' | 'skill';
  readonly name: Placed;
  /** A local date, as written. */
  readonly since?: Placed;
}

export interface RosterProblem {
  readonly code: 'roster/unreadable' | 'roster/bad-row' | 'roster/unknown-column';
  /** A sentence, without where it is. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Roster {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly RosterProblem[];
}
