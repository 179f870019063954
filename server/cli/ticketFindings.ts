import type { Finding, Outcome } from '../engine/outcome.ts';
import { jsonError } from './input/jsonError.ts';
import { jsonPlace } from './input/jsonPlace.ts';
import type { Damage, RawTicket } from './input/rawTicket.ts';

/** The JSON of a ticket's text, or where and why it is none. */
export function parseTicket(raw: RawTicket): { ok: true; json: unknown } | { ok: false; damage: Damage } {
  try {
    return { ok: true, json: JSON.parse(raw.text) };
  } catch {
    const error = jsonError(raw.text);
    const message = error?.message ?? 'This is not JSON.';
    return {
      ok: false,
      damage: { kind: 'damage', rule: 'tickets/not-json', message, ...placeIn(raw, error?.offset ?? 0) },
    };
  }
}

/** Adds line and column to the findings that concern the ticket as it was given. */
export function placeFindings(outcome: Outcome, raw: RawTicket): void {
  for (const finding of outcome.findings) {
    if (isOfTicket(finding)) Object.assign(finding, placeIn(raw, jsonPlace(raw.text, finding.path ?? [])));
  }
}

/** Whether a finding says that something in the file of tickets could not be read as it stands. */
export function isOfTicket({ rule, path }: Finding): boolean {
  return path !== undefined || rule.startsWith('ticket/') || rule.startsWith('tickets/');
}

/** A place in a file of tickets that has no ticket, as a finding. */
export function damageFinding({ rule, message, line, column }: Damage): Finding {
  return { rule, message, line, column };
}

/** The line and column in the file of an offset in a ticket's text. */
export function placeIn({ text, line, column }: RawTicket, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const newlines = before.split('\n').length - 1;
  if (newlines === 0) return { line, column: column + offset };
  return { line: line + newlines, column: offset - before.lastIndexOf('\n') };
}
