import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const benchmarkNoDeadline: Rule = {
  code: 'benchmark/no-deadline',
  title: 'A clock that waits for nothing',
  severity: 'warning',
  explain:
    'The benchmark has neither a `within` nor an `every`, so its clock runs but never falls due: it can ' +
    'be met and never breached, its ladder never climbs, and nothing is owed.',
  remedy: 'Add `within` with the time there is, or `every` with what must happen again and again.',
  failing: `
events received, answered
benchmark <|answer|> {
  from   received until answered
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
}
`,
  run: inDeclarations(['benchmark'], (declaration, { broken, report }) => {
    if (broken || declaration.clauses.some((clause) => clause.kind === 'within' || clause.kind === 'every'))
      return;
    report(
      declaration.name,
      `\`${declaration.name.text}\` never falls due. Say how long there is with \`within\`.`,
    );
  }),
};
