import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const disputeNeverOverdue: Rule = {
  code: 'dispute/never-overdue',
  title: 'Overdue, without a deadline',
  severity: 'warning',
  explain:
    'The step says what happens when it is overdue, but not how long it may take, so nothing is ever overdue and the ' +
    'line is never followed.',
  remedy: 'Add `within` to the step, or remove the line.',
  failing: `
events raised, decided
dispute complaint {
  opens on raised
  step ombudsman {
    on decided -> ends as decided
    <|on overdue -> ends as referred|>
  }
}
`,
  passing: `
events raised, decided
dispute complaint {
  opens on raised
  step ombudsman {
    within 60 days
    on decided -> ends as decided
    on overdue -> ends as referred
  }
}
`,
  run: inDeclarations(['dispute'], (declaration, { broken, report }) => {
    if (broken) return;
    for (const step of declaration.clauses) {
      if (step.kind !== 'step' || step.clauses.some((clause) => clause.kind === 'within')) continue;
      // A step that has no other way out has a rule of its own.
      if (!step.clauses.some((clause) => clause.kind === 'on' && clause.on.kind !== 'overdue')) continue;
      for (const clause of step.clauses)
        if (clause.kind === 'on' && clause.on.kind === 'overdue')
          report(clause, `\`${step.name.text}\` is never overdue: it has no \`within\`.`);
    }
  }),
};
