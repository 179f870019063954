import type { Conformance, DutyProof, Shortfall } from '../../analysis/conformance/conformance.ts';
import { zoneOfPolicy } from '../../analysis/zoneOfPolicy.ts';
import type { Policy } from '../../engine/policy.ts';
import { formatInstant } from '../../engine/time/iso.ts';
import type { Instant, Zone } from '../../engine/time/zone.ts';

/** Proofs as JSON; instants are ISO 8601 with the offset of the policy's zone. */
export function conformanceJson(proofs: readonly Conformance[], policy: Policy): unknown {
  const zone = zoneOfPolicy(policy);
  return {
    policy: policy.id,
    version: policy.version,
    conformance: proofs.map(({ regulation, from, until, duties }) => ({
      regulation,
      met: duties.every(({ verdict }) => verdict === 'met'),
      arrivals: { from, until },
      duties: duties.map((duty) => dutyJson(duty, zone)),
    })),
  };
}

function dutyJson({ duty, cites, verdict, by, shortfalls }: DutyProof, zone: Zone): unknown {
  return {
    duty,
    ...(cites !== undefined && { cites }),
    verdict,
    ...(by !== undefined && { by }),
    shortfalls: shortfalls.map((shortfall) => shortfallJson(shortfall, zone)),
  };
}

function shortfallJson(shortfall: Shortfall, zone: Zone): unknown {
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
    ...at('demanded', demanded),
  };
}
