import type { When } from './expectation.ts';

/** Whether an instant of an outcome is any of those expected. */
export function isWithin(instant: string | null | undefined, when: When): boolean {
  if (instant === null || instant === undefined) return false;
  const at = Date.parse(instant);
  return at >= when.from && at <= when.until;
}

/** `at the end of 2027-01-14`, `2027-01-15 09:00`: local, as the outcome has it. */
export function instantWords(iso: string): string {
  const date = iso.slice(0, 10);
  const time = iso.slice(11, 23);
  if (time === '23:59:59.999') return `at the end of ${date}`;
  return `${date} ${time.endsWith(':00.000') ? time.slice(0, 5) : time.replace(/\.000$/, '')}`;
}
