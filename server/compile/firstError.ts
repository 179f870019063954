import type { Piece } from '../../grammar/tree.ts';
import { analysis } from '../model/analysis.ts';
import type { Problem } from '../model/problem.ts';
import { type Program, placeIn } from '../model/program.ts';
import { problemOf } from './problems.ts';

/** What keeps a program from being compiled: the first error of its syntax, names, types, imports and rosters. */
export function firstError(program: Program): Problem | undefined {
  for (const { document, placed, declaration, missing, cycle } of program.imports)
    if (missing || cycle) {
      const fault = missing ? 'cannot be read' : 'imports this one in turn';
      return because(
        `"${declaration.path.value}" ${fault}.`,
        document.uri,
        placeIn(placed, declaration.path),
      );
    }
  for (const { document, placed, declaration, source } of program.rosters)
    if (!source)
      return because(
        `"${declaration.path.value}" cannot be read.`,
        document.uri,
        placeIn(placed, declaration.path),
      );
  for (const document of program.documents) {
    for (const placed of document.tree.pieces) {
      // A scenario that is broken leaves the policy whole.
      if (placed.piece.declaration?.kind === 'scenario') continue;
      const error = errorOf(program, placed.piece);
      if (error) return because(error.message, document.uri, placeIn(placed, error));
    }
  }
  return undefined;
}

/** The first error of a piece's own. */
export function errorOf(
  program: Program,
  piece: Piece,
): { message: string; start: number; end: number } | undefined {
  return (
    piece.problems[0] ??
    program.recall.study(analysis, piece).problems.find(({ code }) => code !== 'name/left-open')
  );
}

function because(message: string, uri: string, place: { start: number; end: number }): Problem {
  return problemOf(
    'policy/has-errors',
    `The policy cannot be compiled with this error: ${message}`,
    uri,
    place,
  );
}
