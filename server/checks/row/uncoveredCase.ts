import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';
import { proveRows } from './proveRows.ts';

export const rowUncoveredCase: Rule = {
  code: 'row/uncovered-case',
  title: 'A case that no row covers',
  severity: 'warning',
  explain:
    'There is a case to which this applies and that none of its rows fits, so it has no deadline and nobody is ' +
    'ever late. The message names one. An optional field can be unset, which is one more value: every comparison ' +
    'with it is false. That is decided exactly; a condition that computes with two fields counts as one free yes ' +
    'or no, and the message names it.',
  remedy: 'Add a row for the case, or one with `otherwise`, or say with `applies when` that it is not meant.',
  failing: `
ticket { channel one of phone, email, letter }
events received, answered
benchmark answer {
  from   received until answered
  within 1 hour when channel is phone
  <|within 2 days when channel is email|>
}
`,
  passing: `
ticket { channel one of phone, email, letter }
events received, answered
benchmark answer {
  from   received until answered
  within 1 hour when channel is phone
  within 2 days when channel is email
  within 5 days otherwise
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      for (const { group, placed, coverage } of proveRows(program, document)) {
        const { uncovered } = coverage;
        const last = group.rows.at(-1);
        if (!uncovered || !last || !group.mustCover) continue;
        const free = uncovered.free.length === 0 ? '' : ` ${countedAsFree(uncovered.free)}`;
        report(
          placeIn(placed, last),
          `No row of ${group.of} fits when ${uncovered.says.join(', ')}: such a case has no deadline. Add a row, or \`otherwise\`.${free}`,
        );
      }
    },
  },
};

function countedAsFree(conditions: readonly string[]): string {
  const names = conditions.map((condition) => `\`${condition}\``).join(', ');
  return `(${names} ${conditions.length === 1 ? 'counts as a free yes or no' : 'count as free'} in this proof.)`;
}
