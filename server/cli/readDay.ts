import type { Engine } from '../engine/simulation/engine.ts';
import { type LocalDay, parseDate } from '../engine/time/localDate.ts';
import { dayAt } from '../engine/time/zone.ts';
import type { Io } from './io.ts';

/** The local day of `--as-of`, in the policy's zone; without one it is today. */
export function readDay(
  text: string | undefined,
  { zone, policy, firstInstant, lastInstant }: Engine,
  io: Io,
): { ok: true; day: LocalDay } | { ok: false; message: string } {
  const day = text === undefined ? dayAt(zone, io.clock()) : parseDate(text);
  if (day === undefined)
    return { ok: false, message: `--as-of is a date such as 2027-03-01, not “${text}”.` };
  if (day < dayAt(zone, firstInstant) || day > dayAt(zone, lastInstant)) {
    const { from, until } = policy.covers;
    const what = text === undefined ? 'Today' : `--as-of ${text}`;
    return {
      ok: false,
      message: `${what} lies outside the years the policy was compiled for, ${from} until ${until}.`,
    };
  }
  return { ok: true, day };
}
