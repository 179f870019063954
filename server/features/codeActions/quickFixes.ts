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
 * Codes whose own fix guesses what was meant, or decides something: a wrong guess is a wrong deadline, so these are
 * mended one by one, by somebody who looks at them, and never all at once.
 */
export const guesses: ReadonlySet<string> = new Set([
  'name/unknown',
  'value/unknown',
  'region/unknown',
  'currency/unknown',
  'channel/not-a-value',
  'unit/mismatch',
  'benchmark/reopening-unsaid',
]);
