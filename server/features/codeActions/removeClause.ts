import type { QuickFix } from './fixing.ts';
import { withoutClause } from './insertions.ts';

/** Takes away a clause that may not stand here a second time, or a row that is never reached. */
export const removeClause: QuickFix = ({ document, problem: { start, end } }) => {
  const text = document.text.slice(start, end).replace(/\s+/g, ' ');
  return [{ title: `Remove \`${text}\``, edits: [withoutClause(document, start, end)] }];
};
