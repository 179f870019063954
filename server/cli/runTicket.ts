import { jsonError } from '../compile/json/jsonError.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { type SimulateOptions, simulate } from '../engine/simulation/simulate.ts';
import type { Instant } from '../engine/time/zone.ts';
import { firstEvent, inForce, versionWords } from '../engine/versions.ts';
import { jsonPlace } from './input/jsonPlace.ts';
import type { Damage, RawTicket } from './input/rawTicket.ts';
import { placeFindings, placeIn } from './ticketFindings.ts';

export type RanTicket =
  | { kind: 'outcome'; json: unknown; outcome: Outcome; version: Engine }
  /** There is no ticket here, or no version for it. */
  | Damage;

/**
 * Runs a ticket as it stands in its file; what is found in it has its line and column. Of several versions, in order,
 * the one in force at its first event governs it; a policy that is given alone governs every ticket, with a finding where
 * it was not in force.
 */
export function runTicket(versions: readonly Engine[], raw: RawTicket, options: SimulateOptions): RanTicket {
  let json: unknown;
  try {
    json = JSON.parse(raw.text);
  } catch {
    const error = jsonError(raw.text);
    return damageAt(raw, 'tickets/not-json', error?.message ?? 'This is not JSON.', error?.offset);
  }
  try {
    const version = versions.length === 1 ? versions[0]! : versionFor(versions, json);
    if (!version) return notInForce(versions, raw, json);
    const outcome = simulate(version, json, within(version, options));
    const [first] = outcome.findings;
    if (first?.rule === 'ticket/not-a-ticket') return damageAt(raw, first.rule, first.message);
    if (outcome.findings.length > 0) placeFindings(outcome, raw);
    return { kind: 'outcome', json, outcome, version };
  } catch (error) {
    // What walks a value nested a hundred thousand levels deep runs out of stack; that is the ticket's fault alone.
    if (!(error instanceof RangeError)) throw error;
    return damageAt(raw, 'tickets/too-deep', 'This is nested too deep to be a ticket.');
  }
}

/** What is wrong with a ticket in which nothing happened, the newest version says as well as any. */
function versionFor(versions: readonly Engine[], json: unknown): Engine | undefined {
  const newest = versions[versions.length - 1]!;
  return inForce(versions, json) ?? (firstEvent(newest, json) ? undefined : newest);
}

/** An older version is looked at as of the end of its years where the instant lies beyond them, and so for a newer one. */
function within({ firstInstant, lastInstant }: Engine, options: SimulateOptions): SimulateOptions {
  const { asOf } = options;
  if (asOf === undefined || (asOf >= firstInstant && asOf <= lastInstant)) return options;
  const clamped: Instant = Math.max(firstInstant, Math.min(lastInstant, asOf));
  return { ...options, asOf: clamped };
}

function notInForce(versions: readonly Engine[], raw: RawTicket, json: unknown): Damage {
  const first = firstEvent(versions[versions.length - 1]!, json);
  const path = first ? ['events', first.index, 'at'] : [];
  return damageAt(
    raw,
    'policy/not-in-force',
    `No version was in force when the case began, so it is left out: ${versions.map(versionWords).join(', ')}.`,
    jsonPlace(raw.text, path),
  );
}

function damageAt(raw: RawTicket, rule: string, message: string, offset = 0): Damage {
  return { kind: 'damage', rule, message, ...placeIn(raw, offset) };
}
