import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const remedyNoCap: Rule = {
  code: 'remedy/no-cap',
  title: 'A remedy that grows without end',
  severity: 'hint',
  explain:
    'What is owed grows with every day and nothing ends it: no `capped at`, no `stops`, no `for the first`. A case ' +
    'that is forgotten for a year costs a year. Laws sometimes want exactly that, so nothing is said of a remedy ' +
    'that belongs to a regulation or names its source with `cites`.',
  remedy: 'Add `capped at` with an amount, or `stops` with a moment; or `cites` where it is meant so.',
  failing: `
events received, answered
benchmark answer {
  from   received until answered
  within 10 days
}
remedy credit on breach of answer {
  <|pays 10 AUD each day late|>
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 10 days
}
remedy credit on breach of answer {
  pays   10 AUD each day late
  capped at 600 AUD
}
`,
  run: inDeclarations(['remedy'], (declaration, { broken, report }) => {
    const { clauses, of } = declaration;
    if (broken || of || clauses.some(({ kind }) => kind === 'capped' || kind === 'stops' || kind === 'cites'))
      return;
    for (const clause of clauses) {
      if (clause.kind !== 'pays' || clause.first) continue;
      if (clause.accrual?.kind !== 'late' && clause.accrual?.kind !== 'since') continue;
      report(clause, `\`${declaration.name.text}\` grows without end. Add \`capped at\`, or \`stops\`.`);
      return;
    }
  }),
};
