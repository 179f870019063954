import type { Reason, RightOutcome } from '../../outcome.ts';
import { formatInstant } from '../../time/iso.ts';
import type { Context } from '../context.ts';
import type { RightTime } from '../state.ts';
import { instantWords } from '../words.ts';
import type { LoadedRight } from './loadRights.ts';

/** Every time that a right was open, in order. */
export function rightOutcomes(context: Context, reasons: boolean): RightOutcome[] {
  const { zone } = context.engine;
  const outcomes: RightOutcome[] = [];
  for (const right of context.engine.rights) {
    for (const time of context.state.rights[right.index]!.times) {
      outcomes.push({
        id: right.def.id,
        opened: formatInstant(zone, time.opened),
        closes: time.closes === null ? undefined : formatInstant(zone, time.closes),
        closed: time.closed === null ? undefined : formatInstant(zone, time.closed),
        because: reasons ? explain(context, right, time) : undefined,
      });
    }
  }
  return outcomes;
}

function explain({ engine: { zone } }: Context, { def, opens }: LoadedRight, time: RightTime): Reason[] {
  const { def: opening, delay } = opens[time.opening]!;
  const { cites, closes } = def;
  const when = instantWords(zone, time.opened);
  const after =
    delay === 0 ? '' : `, one millisecond after it fell due: ${instantWords(zone, time.opened - delay)}`;
  const reasons: Reason[] = [
    {
      why: 'opened',
      text: `Opened ${when}, on ${opening.text}${after}.`,
      at: formatInstant(zone, time.opened),
      source: opening.source,
      ...(cites !== undefined && { cites }),
    },
  ];
  if (!closes) reasons.push({ why: 'closes', text: 'Nothing closes it.', source: def.source });
  else if (time.closes === null)
    reasons.push({
      why: 'closes',
      text: `Closes ${closes.text}, which has no date yet.`,
      source: closes.source,
    });
  else
    reasons.push({
      why: 'closes',
      text: `May be used up to and including ${instantWords(zone, time.closes)}: ${closes.text}.`,
      at: formatInstant(zone, time.closes),
      source: closes.source,
    });
  if (time.closed !== null)
    reasons.push({
      why: 'closed',
      text: `Closed ${instantWords(zone, time.closed)}${endWords(time)}.`,
      at: formatInstant(zone, time.closed),
      source: closes?.source ?? def.source,
    });
  return reasons;
}

function endWords({ opened, closes, closed }: RightTime): string {
  if (closes !== null && closes < opened) return ': it was over before it opened';
  return closes !== null && closes <= closed! ? '' : ': it no longer applies';
}
