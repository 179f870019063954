import type { PermitOutcome, Reason } from '../../outcome.ts';
import { formatInstant } from '../../time/iso.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import type { Context } from '../context.ts';
import type { AttemptState } from '../state.ts';
import { instantWords } from '../words.ts';
import { isAllowed } from './judgePermits.ts';
import type { LoadedPermit, LoadedPermitClause } from './loadPermits.ts';

/** Everything done that needs a permit, in order. */
export function permitOutcomes(context: Context, reasons: boolean): PermitOutcome[] {
  const { zone } = context.engine;
  const outcomes: PermitOutcome[] = [];
  for (const permit of context.engine.permits) {
    for (const attempt of context.state.permits[permit.index]!.attempts) {
      outcomes.push({
        id: permit.def.id,
        at: formatInstant(zone, attempt.at),
        allowed: isAllowed(attempt),
        from: attempt.from === null ? undefined : formatInstant(zone, attempt.from),
        because: reasons ? explain(zone, permit, attempt) : undefined,
      });
    }
  }
  return outcomes;
}

function explain(zone: Zone, permit: LoadedPermit, attempt: AttemptState): Reason[] {
  const { cites, source } = permit.def;
  const { at, from, refusedBy } = attempt;
  const allowed = isAllowed(attempt);
  const reasons: Reason[] = [
    {
      why: allowed ? 'allowed' : 'refused',
      text: `${allowed ? 'Allowed' : 'Not allowed'} ${instantWords(zone, at)}.`,
      at: formatInstant(zone, at),
      source,
      ...(cites !== undefined && { cites }),
    },
  ];
  permit.clauses.forEach((clause, i) => {
    const refused = refusedBy.find((each) => each.clause === i);
    reasons.push({
      why: refused ? 'refused' : 'allowed',
      text: refused ? refusalWords(clause, refused, zone) : `In keeping with: ${clause.def.text}.`,
      source: clause.def.source,
    });
  });
  if (from !== null)
    reasons.push({
      why: 'allowed',
      text: `Had nothing else happened, it would have been allowed from ${instantWords(zone, from)} on.`,
      at: formatInstant(zone, from),
      source,
    });
  return reasons;
}

/** Which clause refused it, and what by itself it would have taken. */
function refusalWords(
  { def, since: waits }: LoadedPermitClause,
  { since, until }: { since: Instant | null; until: Instant | null },
  zone: Zone,
): string {
  if (waits && since === null) return `Against: ${def.text}, which has not happened.`;
  const from = since === null ? '' : `, which was ${instantWords(zone, since)}`;
  if (until === null) return `Against: ${def.text}${from}.`;
  return `Against: ${def.text}${from}; not before ${instantWords(zone, until)}.`;
}
