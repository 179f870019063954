import { after } from '../clock/offset.ts';
import type { Counting } from '../clock/ruler.ts';
import type { CredentialDef, HoldingDef, PersonDef, RoleDef } from '../policy/people.ts';
import { parseDate } from '../time/localDate.ts';
import { type Instant, startOfDay } from '../time/zone.ts';

/** How a person stands with something that a role requires. */
export interface Standing {
  readonly requirement: CredentialDef;
  readonly status: StandingStatus;
  /** The holding that counts: the one that lasts longest, or else the next to begin. */
  readonly holding?: HoldingDef;
  /** The last instant at which it counts; absent where it does not end. */
  readonly until?: Instant;
}

export type StandingStatus =
  | 'valid'
  /** It has run out. */
  | 'lapsed'
  /** It is given on a later day. */
  | 'future'
  /** Nobody wrote down when it was given, so nobody knows when it runs out. It counts. */
  | 'undated'
  | 'missing';

/** What calendars durations are counted with. */
export type CountingOf = (calendar: string | undefined) => Counting;

/** How a person stands at an instant with everything that a role requires, in the order written. */
export function standingsOf(
  person: Pick<PersonDef, 'holds'>,
  role: RoleDef,
  at: Instant,
  countingOf: CountingOf,
): Standing[] {
  return role.requires.map((requirement) => standingOf(person, requirement, at, countingOf));
}

/** Whether what a person does in a role at that instant is done by somebody qualified. */
export function counts({ status }: Standing): boolean {
  return status === 'valid' || status === 'undated';
}

function standingOf(
  { holds }: Pick<PersonDef, 'holds'>,
  requirement: CredentialDef,
  at: Instant,
  countingOf: CountingOf,
): Standing {
  const counting = countingOf(requirement.calendar);
  let best: Standing = { requirement, status: 'missing' };
  for (const holding of holds) {
    if (holding.what !== requirement.what || holding.name !== requirement.name) continue;
    const standing = holdingAt(holding, requirement, at, counting);
    if (isBetter(standing, best)) best = standing;
  }
  return best;
}

/** It counts from the first instant of the day on which it was given until the end of the day on which it runs out. */
function holdingAt(
  holding: HoldingDef,
  requirement: CredentialDef,
  at: Instant,
  counting: Counting,
): Standing {
  const { refreshed } = requirement;
  const day = holding.since === undefined ? undefined : parseDate(holding.since);
  if (day === undefined) return { requirement, status: refreshed ? 'undated' : 'valid', holding };
  const from = startOfDay(counting.zone, day);
  const end = refreshed ? after(counting, from, refreshed) : Number.POSITIVE_INFINITY;
  const until = Number.isFinite(end) ? { until: end } : {};
  const status = at < from ? 'future' : at > end ? 'lapsed' : 'valid';
  return { requirement, status, holding, ...until };
}

/** The best first. */
const ranks: readonly StandingStatus[] = ['valid', 'undated', 'lapsed', 'future', 'missing'];

function isBetter(a: Standing, b: Standing): boolean {
  const rank = ranks.indexOf(a.status) - ranks.indexOf(b.status);
  if (rank !== 0) return rank < 0;
  const [x, y] = [a.until ?? Number.POSITIVE_INFINITY, b.until ?? Number.POSITIVE_INFINITY];
  // Of those that are still to come the first, of all others the one that lasts longest.
  return a.status === 'future' ? x < y : x > y;
}
