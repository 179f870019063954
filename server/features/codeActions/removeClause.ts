import type { QuickFix } from './fixing.ts';
import { withoutClause } from './insertions.ts';

/** Takes away what says nothing: a clause that stands twice, a row that is never reached. */
export const removeClause: QuickFix = ({ document, problem: { start, end } }) => [
  { title: 'Remove it', edits: [withoutClause(document, start, end)] },
];
