import { clockworkOf } from '../../analysis/clockwork.ts';
import type { Difference } from '../../analysis/difference/difference.ts';
import type { Policy } from '../../engine/policy.ts';
import { shortfallJson } from './shortfallJson.ts';

/** What changed, as JSON: `later` gains time in the new version, `earlier` loses it. */
export function differenceJson({ arrivals, benchmarks }: Difference, old: Policy, fresh: Policy): object {
  const { zone } = clockworkOf(fresh).engine;
  const version = ({ id, version: name }: Policy) => ({ policy: id, version: name });
  return {
    old: version(old),
    new: version(fresh),
    ...(arrivals && { arrivals }),
    benchmarks: benchmarks.map(({ benchmark, change, looser, stricter }) => ({
      benchmark,
      change,
      later: looser.map((each) => shortfallJson(each, zone, 'was')),
      earlier: stricter.map(({ due, demanded, ...rest }) =>
        shortfallJson(
          {
            ...rest,
            ...(demanded !== undefined && { due: demanded }),
            ...(due !== undefined && { demanded: due }),
          },
          zone,
          'was',
        ),
      ),
    })),
  };
}
