import { createCases } from '../../analysis/cases/cases.ts';
import { never } from '../../analysis/cases/diagram.ts';
import { expressionsOf } from '../../compile/expressions.ts';
import type { Condition } from '../../engine/policy.ts';
import { placeIn } from '../../model/program.ts';
import { channelFieldOf } from '../../model/queries.ts';
import { clockRows } from '../row/clockRows.ts';
import { namesOf } from '../row/proveRows.ts';
import type { Rule } from '../rule.ts';

export const channelNoBenchmark: Rule = {
  code: 'channel/no-benchmark',
  title: 'A channel on which nothing is promised',
  severity: 'warning',
  explain:
    'The policy opens the channel, but none of its benchmarks can ever apply to a case that comes in on it: whoever ' +
    'uses it is answered at some time or never. That is decided exactly from what benchmarks say with `applies when` ' +
    'and in their rows.',
  remedy: 'Let a benchmark apply to the channel, or give it a row.',
  failing: `
ticket { channel one of phone, email, letter }
events received, answered
calendar office { open mon..fri 09:00-17:00 }
channel phone    { hours office }
channel <|letter|> { free }
benchmark answer {
  applies when channel is one of phone, email
  from   received until answered
  within 2 days
}
`,
  passing: `
ticket { channel one of phone, email, letter }
events received, answered
calendar office { open mon..fri 09:00-17:00 }
channel phone  { hours office }
channel letter { free }
benchmark answer {
  from   received until answered
  within 2 days when channel is one of phone, email
  within 9 days otherwise
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const channels = program.declarations('channel').filter((each) => each.document === document);
      const benchmarks = program.declarations('benchmark');
      const field = program.recall.ask(channelFieldOf, '');
      if (channels.length === 0 || benchmarks.length === 0 || field === '') return;
      const expressions = expressionsOf(program);
      const names = namesOf(expressions, []);
      const clocks = benchmarks.map((benchmark) => clockRows(benchmark, expressions));
      for (const { declaration, placed } of channels) {
        const { text } = declaration.name;
        if (!names.fields.get(field)?.values?.includes(text)) continue;
        const isOnIt: Condition = {
          kind: 'compare',
          left: { kind: 'field', field },
          operator: 'is',
          right: { kind: 'value', value: { type: 'word', value: text } },
        };
        const covered = clocks.some(({ domain, rows }) => {
          const fits = rows.flatMap(({ when }) => (when ? [when] : []));
          const some: Condition[] =
            rows.length > 0 && fits.length === rows.length ? [{ kind: 'or', of: fits }] : [];
          const all: Condition = { kind: 'and', of: [isOnIt, ...domain, ...some] };
          const cases = createCases([all], names);
          return cases.where(all) !== never || cases.diagrams.exhausted();
        });
        if (!covered)
          report(
            placeIn(placed, declaration.name),
            `No benchmark applies to a case on \`${text}\`: nothing is promised there.`,
          );
      }
    },
  },
};
