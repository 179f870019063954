import type { Moment } from '../../engine/policy.ts';

/** The events of which any makes the moment, or undefined when it is anything but plain events. */
export function eventsOf(moment: Moment): readonly string[] | undefined {
  if (moment.kind === 'event') return [moment.event];
  if (moment.kind !== 'either') return undefined;
  const names = moment.of.map(eventsOf);
  return names.every((each) => each !== undefined) ? names.flat() : undefined;
}
