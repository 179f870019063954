import type { DurationLiteral } from '../../grammar/ast.ts';
import type { Policy } from '../engine/policy.ts';
import type { Program } from '../model/program.ts';
import { yearsOf } from './durations.ts';

export interface Covers {
  readonly first: number;
  readonly last: number;
  /** Whether the policy asks for more years than are compiled. */
  readonly cut: boolean;
}

/** More years than anybody knows holidays of. */
const mostYears = 100;

/**
 * The years whose zones and holidays are compiled: from the year before the policy's first day to the year after its
 * last one, and as many more as the longest duration in it takes. Without a last day, thirty years; without any dates,
 * 2000 to 2050.
 */
export function coversOf(program: Program, effective: Policy['effective']): Covers {
  if (effective.from === undefined) return { first: 2000, last: 2050, cut: false };
  const from = Number(effective.from.slice(0, 4));
  const until = effective.until === undefined ? from + 30 : Number(effective.until.slice(0, 4));
  const wanted = Math.max(from, until) + Math.ceil(longestYears(program)) + 1;
  const last = Math.min(wanted, from + mostYears, 9998);
  return { first: Math.max(from - 1, 1), last, cut: last < wanted };
}

/** Of all that could run, also of what is not run yet. */
function longestYears(program: Program): number {
  let longest = 0;
  for (const { tree } of program.documents) {
    for (const { piece } of tree.pieces) {
      if (piece.declaration?.kind === 'scenario') continue;
      eachDuration(piece.declaration, (duration) => {
        longest = Math.max(longest, yearsOf(duration));
      });
    }
  }
  return longest;
}

function eachDuration(node: unknown, visit: (duration: DurationLiteral) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('kind' in node && node.kind === 'duration' && 'parts' in node) visit(node as DurationLiteral);
  else for (const child of Object.values(node)) eachDuration(child, visit);
}
