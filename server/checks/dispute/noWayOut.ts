import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { stepsOf, waysOut } from './steps.ts';

export const disputeNoWayOut: Rule = {
  code: 'dispute/no-way-out',
  title: 'A step that cannot be left',
  severity: 'warning',
  explain:
    'The step has no `on` line that can ever be taken, so a dispute that comes here stays for good: it is never ' +
    'decided, and whatever is frozen by it stays frozen. An `on overdue` needs a `within` to be late for.',
  remedy: 'Say what ends the step: `on decided -> ends as decided`, or `within` with `on overdue`.',
  failing: `
events raised, rejected
dispute complaint {
  opens on raised
  step internal-review {
    on rejected -> ombudsman
  }
  step <|ombudsman|> {
    on overdue -> ends as referred
  }
}
`,
  passing: `
events raised, rejected
dispute complaint {
  opens on raised
  step internal-review {
    on rejected -> ombudsman
  }
  step ombudsman {
    within 60 days
    on overdue -> ends as referred
  }
}
`,
  run: inDeclarations(['dispute'], (declaration, { broken, report }) => {
    if (broken) return;
    for (const step of stepsOf(declaration).all)
      if (waysOut(step).length === 0)
        report(
          step.name,
          `A dispute never leaves \`${step.name.text}\`. Say what ends it: \`on decided -> ends as decided\`, or \`within\` with \`on overdue\`.`,
        );
  }),
};
