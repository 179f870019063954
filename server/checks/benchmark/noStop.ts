import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { eventsOf } from './moments.ts';

export const benchmarkNoStop: Rule = {
  code: 'benchmark/no-stop',
  title: 'A clock that stops only when it starts again',
  severity: 'warning',
  explain:
    'What starts the clock is also the only thing that stops it. Where each start has a run of its own, ' +
    '`from each`, this measures the time between two of them; otherwise the clock stops at the second ' +
    'one, whatever was done in between.',
  remedy: 'Name the event by which it is done, or write `from each` to measure from one to the next.',
  failing: `
events received, answered
benchmark answer {
  from   received until <|received|>
  within 2 days
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
}
`,
  run: inDeclarations(['benchmark'], (declaration, { report }) => {
    for (const clause of declaration.clauses) {
      if (clause.kind !== 'from' || clause.each) continue;
      const starts = eventsOf(clause.from);
      const stops = eventsOf(clause.until);
      if (!stops?.every((stop) => starts?.includes(stop))) continue;
      report(
        clause.until,
        `\`${stops.join(' or ')}\` also starts this clock. Name the event by which it is done.`,
        {
          places: [{ start: clause.from.start, end: clause.from.end, message: 'The clock starts here' }],
        },
      );
    }
  }),
};
