import type { Declaration } from '../../../grammar/ast.ts';
import type { PlacedPiece } from '../../../grammar/tree.ts';
import type { Document } from '../../model/document.ts';
import type { Fix, Problem } from '../../model/problem.ts';
import type { Program } from '../../model/program.ts';
import type { Workspace } from '../../model/workspace.ts';

/** A problem with all that a fix may ask about. */
export interface Fixing {
  readonly workspace: Workspace;
  readonly program: Program;
  readonly document: Document;
  readonly problem: Problem;
  /** Where the problem stands, as far as that could be read. */
  readonly placed: PlacedPiece;
  readonly declaration: Declaration | undefined;
  /** Names of the time zones of this machine. */
  readonly zones: () => readonly string[];
}

/** What would mend a problem, the likeliest first. Whoever chooses one sees its title only, so that says everything. */
export type QuickFix = (fixing: Fixing) => Fix[];
