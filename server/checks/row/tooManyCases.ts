import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';
import { proveRows } from './proveRows.ts';

/** Twenty fields, each asked about in pairs: the example is made, because nobody would write it. */
const fields = Array.from({ length: 36 }, (_, i) => `f${i}`);
const head = `
ticket { ${fields.map((field) => `${field} yes or no = no`).join('  ')} }
events received, answered
benchmark answer {
  from   received until answered
`;

export const rowTooManyCases: Rule = {
  code: 'row/too-many-cases',
  title: 'Rows that are too entangled to be proved',
  severity: 'information',
  explain:
    'Whether every case is covered and every row can be chosen is decided exactly, by going through the cases that ' +
    'the conditions can tell apart. Here there are too many to go through while somebody waits, so nothing is said ' +
    'about these rows: neither that they are complete nor that they are not.',
  remedy:
    'Nothing needs to be done. Rows that each ask about the same few fields, in the same order, are proved easily; ' +
    'a benchmark can also be split in two with `applies when`.',
  failing: `${head}  <|within 1 day when ${pairs(18)}|>
  within 2 days otherwise
}
`,
  passing: `${head}  within 1 day when ${pairs(4)}
  within 2 days otherwise
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      for (const { group, placed, coverage } of proveRows(program, document)) {
        const first = group.rows[0];
        if (!coverage.gaveUp || !first) continue;
        report(
          placeIn(placed, first),
          `The rows of ${group.of} can tell too many cases apart, so whether all are covered is not proved.`,
        );
      }
    },
  },
};

/** A set whose diagram doubles with each pair when all first halves are asked about before all second ones. */
function pairs(count: number): string {
  const first = fields.slice(0, count).join(' or ');
  const matches = fields
    .slice(0, count)
    .map((field, i) => `(${field} and ${fields[i + count]})`)
    .join(' or ');
  return `(${first}) and (${matches})`;
}
