import { clockworkOf } from '../../analysis/clockwork.ts';
import type { Conformance, DutyProof } from '../../analysis/conformance/conformance.ts';
import type { Policy } from '../../engine/policy.ts';
import type { Zone } from '../../engine/time/zone.ts';
import { shortfallJson } from './shortfallJson.ts';

/** Proofs as JSON; instants are ISO 8601 with the offset of the policy's zone. */
export function conformanceJson(proofs: readonly Conformance[], policy: Policy): unknown {
  const zone = clockworkOf(policy).engine.zone;
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
