import type { Policy } from '../policy.ts';
import { formatDate, type LocalDay } from '../time/localDate.ts';
import { dayAt, endOfDay, type Zone } from '../time/zone.ts';
import { type CountingOf, type Standing, type StandingStatus, standingsOf } from './qualification.ts';

/** Who must refresh what by when, as of the end of a local day. */
export interface RosterReport {
  /** A local date. */
  asOf: string;
  people: RosterLine[];
  /** Roles that nobody holds. */
  vacant: string[];
}

/** One thing that a role requires of somebody. */
export interface RosterLine {
  person: string;
  role: string;
  what: 'certificate' | 'skill';
  name: string;
  status: StandingStatus;
  /** The local date on which it was given, where somebody wrote it down. */
  since?: string;
  /** The last local date on which it counts: it must be refreshed by then. */
  refreshBy?: string;
  /** An index into the compiled policy's source map: where the role requires it. */
  source: number;
  cites?: string;
}

/**
 * Everything that roles require of the people who hold them: what has run out and what is missing first, then what must
 * be refreshed next. Days are those of the policy's zone; what runs out on a day still counts on that day.
 */
export function rosterReport(
  policy: Policy,
  zone: Zone,
  countingOf: CountingOf,
  day: LocalDay,
): RosterReport {
  const lines = policy.people.flatMap((person) =>
    person.roles.flatMap((id) => {
      const role = policy.roles.find((each) => each.id === id);
      if (!role) return [];
      return standingsOf(person, role, endOfDay(zone, day), countingOf).map((standing) => ({
        ...lineOf(standing, zone),
        person: person.name,
        role: id,
        ...(role.cites !== undefined && { cites: role.cites }),
      }));
    }),
  );
  return {
    asOf: formatDate(day),
    people: lines.sort(inOrder).map(inKeyOrder),
    vacant: policy.roles
      .filter(({ id }) => !policy.people.some(({ roles }) => roles.includes(id)))
      .map(({ id }) => id),
  };
}

/** Whether somebody acts in a role without what it requires, or nobody can tell. */
export function fallsShort({ status }: Pick<RosterLine, 'status'>): boolean {
  return status !== 'valid';
}

function lineOf(
  { requirement, status, holding, until }: Standing,
  zone: Zone,
): Omit<RosterLine, 'person' | 'role'> {
  return {
    what: requirement.what,
    name: requirement.name,
    status,
    ...(holding?.since !== undefined && { since: holding.since }),
    ...(until !== undefined && { refreshBy: formatDate(dayAt(zone, until)) }),
    source: requirement.source,
  };
}

function inKeyOrder({ person, role, ...line }: RosterLine): RosterLine {
  return { person, role, ...line };
}

/** The order of the list. */
const statuses: readonly StandingStatus[] = ['lapsed', 'missing', 'future', 'undated', 'valid'];

function inOrder(a: RosterLine, b: RosterLine): number {
  const status = statuses.indexOf(a.status) - statuses.indexOf(b.status);
  if (status !== 0) return status;
  const [x, y] = [a.refreshBy ?? '9999', b.refreshBy ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  const [p, q] = [`${a.person} ${a.role} ${a.name}`, `${b.person} ${b.role} ${b.name}`];
  return p < q ? -1 : p > q ? 1 : 0;
}
