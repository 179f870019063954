import type { Policy } from '../engine/policy.ts';
import { parseDate } from '../engine/time/localDate.ts';
import { loadZone, type Zone } from '../engine/time/zone.ts';

/** The zone in which a policy's instants are told. */
export function zoneOfPolicy({ zone, zones, covers }: Policy): Zone {
  const first = parseDate(covers.from) ?? 0;
  const def = zones.find(({ name }) => name === zone) ?? { name: zone, offsets: [[0, 0]] };
  return loadZone(def, first, parseDate(covers.until) ?? first);
}
