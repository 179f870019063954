import type { BenchmarkClause, DisputeClause, Node, StepClause, When } from '../../../grammar/ast.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations, type PieceCheck } from '../rule.ts';

export const benchmarkUnreachableRow: Rule = {
  code: 'benchmark/unreachable-row',
  title: 'A row that is never reached',
  severity: 'warning',
  explain:
    'Rows are tried in order, and the first that fits holds. A row above has no condition, so it always ' +
    'fits and this one is never chosen.',
  remedy: 'Move the row without a condition to the end, or remove the rows below it.',
  failing: `
ticket { urgent yes or no }
events received, answered
benchmark answer {
  from   received until answered
  within 10 days
  <|within 2 days when urgent|>
}
`,
  passing: `
ticket { urgent yes or no }
events received, answered
benchmark answer {
  from   received until answered
  within 2 days  when urgent
  within 10 days otherwise
}
`,
  run: inDeclarations(['benchmark', 'dispute'], (declaration, check) => {
    checkBlock(declaration.clauses, check);
    for (const clause of declaration.clauses) if (clause.kind === 'step') checkBlock(clause.clauses, check);
  }),
};

function checkBlock(
  clauses: readonly (BenchmarkClause | DisputeClause | StepClause)[],
  check: PieceCheck,
): void {
  checkRows(
    clauses.filter((clause) => clause.kind === 'within'),
    check,
  );
  checkRows(
    clauses.filter((clause) => clause.kind === 'counts'),
    check,
  );
}

function checkRows(rows: readonly (Node & { readonly when?: When })[], { report }: PieceCheck): void {
  const last = rows.findIndex((row) => !row.when || row.when.kind === 'otherwise');
  const always = rows[last];
  if (!always) return;
  for (const row of rows.slice(last + 1))
    report(row, 'This row is never reached: the one above it always fits.', {
      places: [{ start: always.start, end: always.end, message: 'This row has no condition' }],
      tags: ['unnecessary'],
    });
}
