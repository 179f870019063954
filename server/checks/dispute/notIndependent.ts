import { placeIn, placeOf } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const disputeNotIndependent: Rule = {
  code: 'dispute/not-independent',
  title: 'An independent step that the regulation demands is missing',
  severity: 'warning',
  explain:
    'The regulation that the policy conforms to gives its dispute a step that is `independent` of the provider. None ' +
    "of the policy's own disputes has one, so the customer is never heard by anybody but the provider.",
  remedy: 'Add a step with `independent` and `heard by`, or let the policy adopt the regulation.',
  failing: `
events received, raised, decided
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Europe/London
  begins with received
  conforms to <|code|>
}
regulation code { title "Code of practice" }
dispute adr of code {
  opens on raised
  step scheme { independent  within 8 weeks  on decided -> ends as decided  on overdue -> ends as deadlock }
}
dispute adr {
  opens on raised
  step internal-review { within 10 days  on decided -> ends as decided  on overdue -> ends as closed }
}
`,
  passing: `
events received, raised, decided
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Europe/London
  begins with received
  conforms to code
}
regulation code { title "Code of practice" }
dispute adr of code {
  opens on raised
  step scheme { independent  within 8 weeks  on decided -> ends as decided  on overdue -> ends as deadlock }
}
dispute adr {
  opens on raised
  step internal-review { within 10 days  on decided -> ends as decided  on overdue -> scheme }
  step scheme { independent  within 8 weeks  on decided -> ends as decided  on overdue -> ends as deadlock }
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const disputes = program.declarations('dispute').map(({ declaration }) => declaration);
      const independent = disputes.filter(({ clauses }) =>
        clauses.some(
          (step) => step.kind === 'step' && step.clauses.some(({ kind }) => kind === 'independent'),
        ),
      );
      if (independent.some(({ of }) => of === undefined)) return;
      for (const { declaration, document: at, placed } of program.declarations('policy')) {
        if (at !== document) continue;
        for (const clause of declaration.clauses) {
          if (clause.kind !== 'conforms') continue;
          for (const name of clause.regulations) {
            const demand = independent.find(({ of }) => of?.text === name.text);
            const symbol = demand && program.lookup('dispute', demand.name.text, name.text);
            if (!demand || !symbol) continue;
            report(
              placeIn(placed, name),
              `\`${name.text}\` demands a step that is independent of the provider, and no dispute of this policy has one.`,
              {
                related: [
                  { message: 'The regulation demands it here', uri: symbol.document.uri, ...placeOf(symbol) },
                ],
              },
            );
          }
        }
      }
    },
  },
};
