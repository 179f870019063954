import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { stepsOf } from './steps.ts';

export const disputeUnreachableStep: Rule = {
  code: 'dispute/unreachable-step',
  title: 'A step that no dispute comes to',
  severity: 'warning',
  explain:
    'A dispute begins with its first step and goes on from one to another by their `on` lines. No line leads to this ' +
    'step from one that is reached, so whoever is promised it, an ombudsman or a second look, never gets it.',
  remedy: 'Add a line to a step before it, `on rejected -> …`, or remove the step.',
  failing: `
events raised, upheld, rejected, decided
dispute complaint {
  opens on raised
  step internal-review {
    within 10 days
    on upheld   -> ends as upheld
    on rejected -> ends as rejected
  }
  step <|ombudsman|> {
    on decided -> ends as decided
  }
}
`,
  passing: `
events raised, upheld, rejected, decided
dispute complaint {
  opens on raised
  step internal-review {
    within 10 days
    on upheld   -> ends as upheld
    on rejected -> ombudsman
    on overdue  -> ombudsman
  }
  step ombudsman {
    on decided -> ends as decided
  }
}
`,
  run: inDeclarations(['dispute'], (declaration, { broken, report }) => {
    if (broken) return;
    const { all, reached } = stepsOf(declaration);
    for (const { name } of all)
      if (!reached.has(name.text))
        report(name, `No dispute comes to \`${name.text}\`: no step before it leads here.`);
  }),
};
