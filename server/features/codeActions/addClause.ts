import type { Fix } from '../../model/problem.ts';
import type { Fixing } from './fixing.ts';
import { clauseAtEnd } from './insertions.ts';

/** Adds a clause to the declaration that a problem is about; nothing where its block is not closed. */
export function addClause(fixing: Fixing, text: string, title = `Add \`${text}\``): Fix[] {
  const { document, placed, declaration } = fixing;
  const edit = declaration && clauseAtEnd(document, placed, declaration, text);
  return edit ? [{ title, edits: [edit] }] : [];
}
