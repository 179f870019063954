import type { QuickFix } from './fixing.ts';
import { clauseBefore, withoutClause } from './insertions.ts';

/** Moves a row before the first of those that take its cases. */
export const moveRowUp: QuickFix = ({ document, problem }) => {
  const above = Math.min(
    ...problem.related.filter(({ uri }) => uri === document.uri).map(({ start }) => start),
  );
  if (!Number.isFinite(above) || above >= problem.start) return [];
  const row = document.text.slice(problem.start, problem.end);
  return [
    {
      title: 'Move the row up, before those that take its cases',
      edits: [clauseBefore(document, above, row), withoutClause(document, problem.start, problem.end)],
    },
  ];
};
