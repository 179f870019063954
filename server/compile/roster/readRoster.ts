import { csvRoster } from './csvRoster.ts';
import { jsonRoster } from './jsonRoster.ts';
import type { Roster } from './rosterRow.ts';

/** A table of people, as CSV or as JSON: whatever begins with a bracket or a brace is JSON. */
export function readRoster(text: string): Roster {
  return /^\uFEFF?\s*[[{]/.test(text) ? jsonRoster(text) : csvRoster(text);
}
