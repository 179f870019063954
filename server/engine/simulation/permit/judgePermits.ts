import type { Instant } from '../../time/zone.ts';
import type { Context } from '../context.ts';
import type { Happening } from '../moments.ts';
import { pendingMoment } from '../pendingMoment.ts';
import type { AttemptState, State } from '../state.ts';
import type { LoadedPermit, LoadedPermitClause } from './loadPermits.ts';

/** So many openings, midnights and waits are looked at for the first instant that would be allowed. */
const mostTries = 1000;

/** Judges what needs a permit, as the ticket stands after all that followed from it. */
export function judgePermits(context: Context, listening: readonly number[], happening: Happening): void {
  const { engine, state } = context;
  for (const i of listening) {
    const permit = engine.permits[i]!;
    if (!permit.on.arrives(state, happening)) continue;
    if (permit.applies && !permit.applies(state)) continue;
    judgeAttempt(context, permit, happening.at);
  }
}

/** What needs a permit at a moment that comes by time. */
export function attemptByTime(context: Context, at: Instant): boolean {
  const { engine, state } = context;
  let attempted = false;
  for (const permit of engine.permits) {
    const own = state.permits[permit.index]!;
    const arrival = pendingMoment(permit.on, state, own.arrived);
    if (arrival === undefined || arrival > at) continue;
    own.arrived = arrival;
    if (!permit.applies || permit.applies(state)) judgeAttempt(context, permit, at);
    attempted = true;
  }
  return attempted;
}

function judgeAttempt({ engine, state, effects }: Context, permit: LoadedPermit, at: Instant): void {
  const { id } = permit.def;
  const refusing = permit.clauses.filter((clause) => !clause.allows(state, at));
  const attempt: AttemptState = {
    at,
    refusedBy: refusing.map((clause) => ({
      clause: permit.clauses.indexOf(clause),
      since: clause.since?.(state) ?? null,
      until: finite(clause.next(state, at)),
    })),
    from: refusing.length === 0 ? null : firstAllowed(permit, state, at),
  };
  const { attempts } = state.permits[permit.index]!;
  attempts.push(attempt);
  effects.push({
    kind: 'permit',
    at,
    permit: id,
    allowed: isAllowed(attempt),
    id: `${state.ticket}/${engine.policy.version}/${id}/${attempts.length}`,
  });
}

export function isAllowed({ refusedBy }: AttemptState): boolean {
  return refusedBy.length === 0;
}

/** The first instant at which nothing would refuse it, if nothing but time changed. */
function firstAllowed({ clauses }: LoadedPermit, state: State, refusedAt: Instant): Instant | null {
  let at = refusedAt;
  for (let tries = 0; tries < mostTries && Number.isFinite(at); tries++) {
    const refusing = clauses.filter((clause) => !clause.allows(state, at));
    if (refusing.length === 0) return at;
    at = nextOf(refusing, state, at);
  }
  return null;
}

/** All that refuse it must change: it is allowed no earlier than the last of them may. */
function nextOf(refusing: readonly LoadedPermitClause[], state: State, at: Instant): Instant {
  return Math.max(...refusing.map((clause) => clause.next(state, at)));
}

function finite(instant: Instant): Instant | null {
  return Number.isFinite(instant) ? instant : null;
}
