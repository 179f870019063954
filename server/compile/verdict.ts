/** Whether an expectation holds, and what happened in any case. */
export interface Verdict {
  readonly ok: boolean;
  /** `resolve met, due at the end of 2027-01-14` */
  readonly actual: string;
}
