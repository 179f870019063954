/** One line of the bench: what was measured, beside what, and whether the goal is met. */
export interface Figure {
  name: string;
  ours: string;
  /** A peer or a floor, measured in the same run. */
  beside?: string;
  goal?: string;
  /** Absent where there is no goal. */
  met?: boolean;
}

/** `times` with one or two digits: `2.3×`. */
export function ratio(ours: number, theirs: number): string {
  const times = ours / theirs;
  return `${times.toFixed(times < 10 ? 1 : 0)}×`;
}

export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')} /s`;
}

export function milliseconds(ms: number): string {
  return ms < 10 ? `${ms.toFixed(2)} ms` : `${Math.round(ms).toLocaleString('en')} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
