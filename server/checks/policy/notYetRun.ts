import { declarationWords } from '../../../grammar/keywords.ts';
import { isRun, notRunOf } from '../../model/notRun.ts';
import type { Rule } from '../rule.ts';

export const policyNotYetRun: Rule = {
  code: 'policy/not-yet-run',
  title: 'Understood, but not yet run',
  severity: 'information',
  explain:
    'This is checked like everything else, but this version of the engine does not run it. Simulations ' +
    'leave it out and say so in a finding, so that nobody relies on an amount or a date that nobody ' +
    'computed. An expectation about it is not judged.',
  remedy: 'Nothing needs to be done. The note disappears with the version that runs it.',
  failing: `
events received
regulation rule { title "A rule" }
policy complaints {
  effective   2026-01-01
  timezone    Australia/Sydney
  begins with received
  <|conforms to rule|>
}
`,
  passing: `
events received, resolved
benchmark resolve {
  from   received until resolved
  within 2 days
}
`,
  run: {
    when: 'piece',
    kinds: declarationWords,
    run: (declaration, { analysis, report }) => {
      for (const { node, kind, name } of notRunOf(declaration, analysis))
        report(
          node,
          `\`${kind}\`${kind === name ? '' : ` of \`${name}\``} is checked, but not yet run: simulations leave it out.`,
        );
      if (declaration.kind !== 'scenario') return;
      for (const clause of declaration.clauses) {
        const subject = clause.kind === 'expect' ? clause.subject : undefined;
        const symbol = subject && analysis.references.get(subject.name);
        if (subject && symbol && !isRun(symbol.kind))
          report(subject, `\`${symbol.name}\` is not yet run, so this expectation is not judged.`);
      }
    },
  },
};
