import { addImport } from './addImport.ts';
import { addMissing } from './addMissing.ts';
import { addRow } from './addRow.ts';
import { capRemedy } from './capRemedy.ts';
import { correctPath } from './correctPath.ts';
import { correctZone } from './correctZone.ts';
import { countIn } from './countIn.ts';
import type { QuickFix } from './fixing.ts';
import { moveRowUp } from './moveRowUp.ts';
import { removeClause } from './removeClause.ts';

/** What may mend the problems of a code, beside the fix that a problem brings itself. */
export const quickFixes: Readonly<Record<string, readonly QuickFix[]>> = {
  'name/unknown': [addImport],
  'import/missing': [correctPath],
  'zone/unknown': [correctZone],
  'clause/missing': [addMissing],
  'clause/twice': [removeClause],
  'benchmark/no-calendar': [countIn],
  'benchmark/unreachable-row': [removeClause],
  'row/never-chosen': [moveRowUp, removeClause],
  'row/uncovered-case': [addRow],
  'remedy/no-cap': [capRemedy],
};

/**
 * Codes whose own fix is only another way to write what stands there, so that all of them can be mended at once. Every
 * other fix guesses what was meant, or decides something, and a wrong guess is a wrong deadline: these are mended one
 * by one, by somebody who looks at them.
 */
export const certain: ReadonlySet<string> = new Set([
  'syntax/name-case',
  'syntax/no-such-date',
  'syntax/no-such-time',
  'syntax/operator-blanks',
  'syntax/typographic-quote',
  'syntax/unknown-character',
  'syntax/reserved-name',
  'type/is-one-of',
]);
