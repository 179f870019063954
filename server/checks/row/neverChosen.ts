import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';
import { proveRows } from './proveRows.ts';

export const rowNeverChosen: Rule = {
  code: 'row/never-chosen',
  title: 'A row that the rows above it always forestall',
  severity: 'warning',
  explain:
    'Rows are tried in order, and the first that fits holds. In every case that this row fits, one above fits ' +
    'too, so it is never chosen. That is decided exactly: fields have finitely many values, or are cut into ' +
    'intervals by what they are compared with; a condition that computes with two fields counts as one free yes ' +
    'or no.',
  remedy: 'Move the row up, before the rows that take its cases, narrow those, or remove it.',
  failing: `
ticket {
  priority   one of low < normal < high < urgent = normal
  vulnerable yes or no = no
}
events received, answered
benchmark answer {
  from   received until answered
  within 1 day   when priority at least high
  within 2 days  when vulnerable
  <|within 4 hours when priority is urgent and vulnerable|>
  within 10 days otherwise
}
`,
  passing: `
ticket {
  priority   one of low < normal < high < urgent = normal
  vulnerable yes or no = no
}
events received, answered
benchmark answer {
  from   received until answered
  within 4 hours when priority is urgent and vulnerable
  within 1 day   when priority at least high
  within 2 days  when vulnerable
  within 10 days otherwise
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      for (const { group, placed, coverage } of proveRows(program, document)) {
        const always = group.rows.findIndex(({ when }) => !when || when.kind === 'otherwise');
        for (const { row, takenBy } of coverage.unreached) {
          // After a row without a condition another rule says so at once.
          if (always >= 0 && row > always) continue;
          report(
            placeIn(placed, group.rows[row]!),
            'This row is never chosen: in every case that it fits, a row above fits too. Move it up, or remove it.',
            {
              related: takenBy.map((other) => ({
                message: 'This row takes some of its cases',
                uri: document.uri,
                ...placeIn(placed, group.rows[other]!),
              })),
              tags: ['unnecessary'],
            },
          );
        }
      }
    },
  },
};
