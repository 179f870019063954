import type { Finding, Outcome } from '../engine/outcome.ts';
import { jsonPlace } from './input/jsonPlace.ts';
import type { Damage, RawTicket } from './input/rawTicket.ts';

/** Adds line and column to the findings that concern the ticket as it was given. */
export function placeFindings(outcome: Outcome, raw: RawTicket): void {
  for (const finding of outcome.findings) {
    if (finding.path === undefined && !isDamage(finding)) continue;
    Object.assign(finding, placeIn(raw, jsonPlace(raw.text, finding.path ?? [])));
  }
}

/** Whether a finding says that a ticket could not be read as it stands, and not what the policy makes of it. */
export function isDamage({ rule }: Finding): boolean {
  return rule.startsWith('ticket/') || rule.startsWith('tickets/');
}

/** A place in a file of tickets that has no ticket, as a finding. */
export function damageFinding({ rule, message, line, column }: Damage): Finding {
  return { rule, message, line, column };
}

/** The line and column in the file of an offset in a ticket's text. */
export function placeIn({ text, line, column }: RawTicket, offset: number): { line: number; column: number } {
  const lineStart = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1);
  if (lineStart < 0) return { line, column: column + offset };
  return { line: line + text.slice(0, offset).split('\n').length - 1, column: offset - lineStart };
}
