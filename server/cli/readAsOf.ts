import type { Engine } from '../engine/simulation/engine.ts';
import { parseInstant } from '../engine/time/iso.ts';
import type { Instant } from '../engine/time/zone.ts';

/**
 * The instant of `--as-of`; without an offset it is local to the policy's zone, of several versions that of the newest,
 * where it must be unambiguous. It lies in the years of one version at least.
 */
export function readAsOf(
  text: string | undefined,
  versions: readonly Engine[],
): { ok: true; at: Instant | undefined } | { ok: false; message: string } {
  if (text === undefined) return { ok: true, at: undefined };
  const { zone } = versions[versions.length - 1]!;
  const parsed = parseInstant(text, zone);
  if (!parsed.ok) {
    return {
      ok: false,
      message: `--as-of is an instant such as 2027-03-01T00:00+11:00, or a local time of ${zone.name} such as "2027-03-01 00:00", not “${text}”.`,
    };
  }
  if (parsed.doubtful) {
    const how = parsed.doubtful === 'skipped' ? 'never came' : 'came twice';
    return {
      ok: false,
      message: `--as-of ${text} ${how} in ${zone.name}: the clocks were changed. Add the offset.`,
    };
  }
  const { at } = parsed;
  if (!versions.some(({ firstInstant, lastInstant }) => at >= firstInstant && at <= lastInstant)) {
    const years = versions.map(({ policy: { covers } }) => `${covers.from} until ${covers.until}`).join(', ');
    return {
      ok: false,
      message: `--as-of ${text} lies outside the years the policy was compiled for, ${years}.`,
    };
  }
  return { ok: true, at };
}
