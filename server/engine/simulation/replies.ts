import type { StandardOutcome } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import { drawFor, isDrawn } from '../value/draw.ts';
import type { Context } from './context.ts';
import type { EventEntry } from './entries.ts';
import { windowAt } from './groups.ts';
import type { LoadedStandard } from './loadStandards.ts';
import type { Reply, State } from './state.ts';

/** Judges a reply by the standards that say what it must contain. What it lacks is a finding. */
export function hearReplies({ engine, state }: Context, entry: EventEntry): void {
  const standards = engine.standardsOn.get(entry.event);
  if (!standards) return;
  for (const standard of standards) {
    if (standard.applies && !standard.applies(state)) continue;
    const required = requiredIn(standard, state, entry.event);
    if (required.length === 0) continue;
    const { event, at, contains, path } = entry;
    const lacking = contains && required.filter(({ what }) => !contains.includes(what));
    const missing = lacking ? lacking.map(({ what }) => what) : null;
    const occurrence = state.events[event]!.count;
    state.replies![standard.index]!.push({ event, occurrence, at, missing });
    if (!lacking || lacking.length === 0) continue;
    const { id, cites } = standard.def;
    state.findings.push({
      rule: 'standard/incomplete-reply',
      at,
      message: `${event} lacks ${missing!.join(', ')}, which ${id} requires.`,
      path,
      source: lacking[0]!.source,
      ...(cites !== undefined && { cites }),
    });
  }
}

/** The replies of a ticket by standard, in the policy's order. */
export function standardOutcomes({ engine, state }: Context): StandardOutcome[] {
  const outcomes: StandardOutcome[] = [];
  for (const standard of engine.standards) {
    for (const reply of state.replies?.[standard.index] ?? []) {
      const { event, occurrence, at, missing } = reply;
      outcomes.push({
        id: standard.def.id,
        event,
        occurrence,
        at: formatInstant(engine.zone, at),
        status: missing === null ? 'not-stated' : missing.length === 0 ? 'met' : 'breached',
        missing: missing && missing.length > 0 ? missing : undefined,
        audit: auditOf(engine, state, standard, reply),
      });
    }
  }
  return outcomes;
}

interface Content {
  what: string;
  source: number;
}

/** Each content once, with the requirement that asks for it first. */
function requiredIn({ requires }: LoadedStandard, state: State, event: string): Content[] {
  const found: Content[] = [];
  for (const { def, when } of requires) {
    if (!def.in.includes(event) || (when && !when(state))) continue;
    for (const what of def.what)
      if (!found.some((each) => each.what === what)) found.push({ what, source: def.source });
  }
  return found;
}

/** A reply is drawn by its name: standard, ticket, event and occurrence. */
function auditOf(
  engine: Context['engine'],
  state: State,
  { def, audited }: LoadedStandard,
  { event, occurrence, at }: Reply,
): StandardOutcome['audit'] {
  if (!def.audits) return undefined;
  const draw = drawFor(`${def.id}|${state.ticket}|${event}|${occurrence}`);
  const window = windowAt(engine, def.audits.window, at);
  return { window, draw, drawn: isDrawn(draw, audited) };
}
