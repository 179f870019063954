import type { Shortfall } from '../../analysis/conformance/conformance.ts';
import { formatInstant } from '../../engine/time/iso.ts';
import type { Instant, Zone } from '../../engine/time/zone.ts';

/** What a proof found, as JSON. `demanded` is the deadline that `due` is compared with, under the name `against`. */
export function shortfallJson(shortfall: Shortfall, zone: Zone, against = 'demanded'): object {
  const { kind, open, says, free, arrival, due, demanded } = shortfall;
  const at = (name: string, instant: Instant | undefined) =>
    instant === undefined ? {} : { [name]: formatInstant(zone, instant) };
  return {
    kind,
    ...(open && { open }),
    says,
    ...(shortfall.case && { case: shortfall.case }),
    ...(free && { free }),
    ...at('arrival', arrival),
    ...at('due', due),
    ...at(against, demanded),
  };
}
