import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { stepsOf, waysOut } from './steps.ts';

export const disputeNeverDecided: Rule = {
  code: 'dispute/never-decided',
  title: 'Steps that lead only to each other',
  severity: 'warning',
  explain:
    'From this step a dispute goes on to others, but whichever way it goes, it never comes to an end: the steps send ' +
    'it in a circle.',
  remedy: 'Let one of the steps end it: `on decided -> ends as decided`.',
  failing: `
events raised, rejected, returned
dispute complaint {
  opens on raised
  step <|review|> {
    on rejected -> second-look
  }
  step <|second-look|> {
    on returned -> review
  }
}
`,
  passing: `
events raised, rejected, returned, decided
dispute complaint {
  opens on raised
  step review {
    on rejected -> second-look
  }
  step second-look {
    on returned -> review
    on decided  -> ends as decided
  }
}
`,
  run: inDeclarations(['dispute'], (declaration, { broken, report }) => {
    if (broken) return;
    const { all, reached, ending } = stepsOf(declaration);
    const stuck = all.some((step) => waysOut(step).length === 0);
    // A step without a way out is the mistake; what leads to it is not.
    for (const step of all)
      if (!stuck && reached.has(step.name.text) && !ending.has(step.name.text))
        report(step.name, `From \`${step.name.text}\` no way leads to an end: the dispute is never decided.`);
  }),
};
