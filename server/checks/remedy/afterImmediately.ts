import { placeIn } from '../../model/program.ts';
import { benchmarkPath } from '../benchmark/moments.ts';
import { timeOf } from '../row/clockRows.ts';
import type { Rule } from '../rule.ts';

export const remedyAfterImmediately: Rule = {
  code: 'remedy/after-immediately',
  title: 'Paid for every day after "immediately"',
  severity: 'warning',
  explain:
    'The remedy grows with every day after a deadline that leaves no time at all: it begins to run at the very ' +
    'instant at which the clock starts, and is owed in practice in every case. A regulator who writes "immediately" ' +
    'seldom means that.',
  remedy: 'Give the benchmark some time, or pay once.',
  failing: `
events received, told
benchmark tell {
  from   received until told
  within 0 seconds
}
remedy credit on <|breach of tell|> {
  pays   10 AUD each day late
  capped at 100 AUD
}
`,
  passing: `
events received, told
benchmark tell {
  from   received until told
  within 1 day
}
remedy credit on breach of tell {
  pays   10 AUD each day late
  capped at 100 AUD
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      for (const { declaration, placed, document: at } of program.declarations('remedy')) {
        const { on, clauses, of } = declaration;
        if (at !== document || on.kind !== 'moment' || on.moment.kind !== 'benchmark-moment') continue;
        if (!clauses.some((clause) => clause.kind === 'pays' && clause.accrual?.kind === 'late')) continue;
        const path = benchmarkPath(program, on.moment.benchmark, of?.text);
        const benchmark = program.lookup('benchmark', path)?.definition.declaration;
        const rows =
          benchmark?.kind === 'benchmark'
            ? benchmark.clauses.filter((clause) => clause.kind === 'within')
            : [];
        const immediate = rows.every((row) => {
          const time = timeOf(row);
          return time?.amount === 0 && (time.measure === 'elapsed' || time.measure === 'open');
        });
        if (rows.length === 0 || !immediate) continue;
        report(
          placeIn(placed, on),
          `\`${on.moment.benchmark.name.text}\` leaves no time at all, so this is late from the first instant on, in every case.`,
        );
      }
    },
  },
};
