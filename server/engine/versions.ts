import type { Engine } from './simulation/engine.ts';
import { formatInstant, parseInstant } from './time/iso.ts';
import { dayLength, formatDate, type LocalDay } from './time/localDate.ts';
import { type Instant, localOfInstant } from './time/zone.ts';

/**
 * The version that governs a ticket, which is given as parsed JSON: of the versions of a policy, the one in force at the
 * ticket's first event; where two were, the one that came into force later. Undefined where none was, and where nothing
 * has happened. Who runs tickets event by event gives the first event alone: `{ events: [event] }`.
 */
export function inForce(versions: readonly Engine[], ticket: unknown): Engine | undefined {
  let found: Engine | undefined;
  for (const version of versions) {
    const at = firstEvent(version, ticket)?.at;
    if (at === undefined || at < version.effectiveFrom || at > version.effectiveUntil) continue;
    if (!found || version.effectiveFrom > found.effectiveFrom) found = version;
  }
  return found;
}

/**
 * The event a ticket begins with, as a version sees it: the earliest of those that `begins with` names, or of all that it
 * knows where that one is missing. `index` is its place in the ticket's `events`.
 */
export function firstEvent(
  { policy, events, zone }: Engine,
  ticket: unknown,
): { at: Instant; index: number } | undefined {
  const entries = isRecord(ticket) && Array.isArray(ticket.events) ? ticket.events : [];
  const seen = new Set<string>();
  let first: { at: Instant; index: number; begins: boolean } | undefined;
  entries.forEach((entry: unknown, index) => {
    if (!isRecord(entry) || typeof entry.is !== 'string' || typeof entry.at !== 'string') return;
    if (!events.has(entry.is)) return;
    const parsed = parseInstant(entry.at, zone);
    if (!parsed.ok) return;
    // The same id twice is one event.
    if (typeof entry.id === 'string') {
      if (seen.has(entry.id)) return;
      seen.add(entry.id);
    }
    const begins = policy.begins === undefined || entry.is === policy.begins;
    const { at } = parsed;
    if (!first || (begins && !first.begins) || (begins === first.begins && at < first.at))
      first = { at, index, begins };
  });
  return first && { at: first.at, index: first.index };
}

/** What is wrong with versions that are given together. An error leaves open which version governs a ticket. */
export interface VersionProblem {
  rule:
    | 'versions/other-policy'
    | 'versions/same-name'
    | 'versions/undecided'
    | 'versions/overlap'
    | 'versions/gap';
  severity: 'error' | 'warning';
  message: string;
}

/** Compares versions of a policy that are given together: each has a name and dates of its own, without gaps between them. */
export function compareVersions(versions: readonly Engine[]): VersionProblem[] {
  const [oldest, ...newer] = inOrder(versions);
  if (!oldest) return [];
  const other = newer.find(({ policy }) => policy.id !== oldest.policy.id);
  if (other) return [otherPolicy(oldest, other)];
  const problems: VersionProblem[] = sameNames([oldest, ...newer]);
  let last = oldest;
  for (const next of newer) {
    if (next.effectiveFrom === last.effectiveFrom) problems.push(undecided(last, next));
    else if (next.effectiveFrom <= last.effectiveUntil) problems.push(overlap(last, next));
    else if (next.effectiveFrom > last.effectiveUntil + 1) problems.push(gap(last, next));
    if (next.effectiveUntil >= last.effectiveUntil) last = next;
  }
  return problems;
}

/** By the instant from which they are in force. */
export function inOrder(versions: readonly Engine[]): Engine[] {
  return [...versions].sort((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0,
  );
}

/** `2026.1 (2026-01-01 until 2026-06-30)` */
export function versionWords({ policy: { version, effective } }: Engine): string {
  const { from, until } = effective;
  if (from === undefined && until === undefined) return version;
  if (until === undefined) return `${version} (from ${from})`;
  return `${version} (${from === undefined ? '' : `${from} `}until ${until})`;
}

function otherPolicy(one: Engine, other: Engine): VersionProblem {
  return {
    rule: 'versions/other-policy',
    severity: 'error',
    message: `${one.policy.id} and ${other.policy.id} are different policies. Only versions of one policy can be given together, because one of them governs each ticket; run different policies one after the other.`,
  };
}

function sameNames(versions: readonly Engine[]): VersionProblem[] {
  const names = versions.map(({ policy }) => policy.version);
  return [...new Set(names.filter((name, i) => names.indexOf(name) < i))].map((name) => ({
    rule: 'versions/same-name',
    severity: 'error',
    message: `Two versions are called ${name}, so nobody could tell which of them a deadline comes from. Give each a \`version\` of its own.`,
  }));
}

function undecided(one: Engine, other: Engine): VersionProblem {
  return {
    rule: 'versions/undecided',
    severity: 'error',
    message: `${versionWords(one)} and ${versionWords(other)} come into force at the same time, so it is open which of them governs a ticket. Give them different first days with \`effective\`.`,
  };
}

function overlap(earlier: Engine, later: Engine): VersionProblem {
  const from = firstDay(later);
  return {
    rule: 'versions/overlap',
    severity: 'warning',
    message: `${versionWords(earlier)} and ${versionWords(later)} are both in force from ${formatDate(from)}. A ticket that begins while they are is governed by ${later.policy.version}, which comes into force later. Let ${earlier.policy.version} end with \`until ${formatDate(from - 1)}\`.`,
  };
}

function gap(earlier: Engine, later: Engine): VersionProblem {
  const begin = earlier.effectiveUntil + 1;
  const [from, until] =
    earlier.zone.name === later.zone.name
      ? [formatDate(dayOf(earlier, begin)), formatDate(firstDay(later) - 1)]
      : [formatInstant(earlier.zone, begin), formatInstant(later.zone, later.effectiveFrom)];
  return {
    rule: 'versions/gap',
    severity: 'warning',
    message: `No version is in force from ${from} until ${until}, between ${versionWords(earlier)} and ${versionWords(later)}. A ticket that begins then has no deadlines and is left out.`,
  };
}

function firstDay(version: Engine): LocalDay {
  return dayOf(version, version.effectiveFrom);
}

function dayOf({ zone }: Engine, at: Instant): LocalDay {
  return Math.floor(localOfInstant(zone, at) / dayLength);
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
