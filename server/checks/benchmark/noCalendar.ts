import type { Declaration, DeclarationKind } from '../../../grammar/ast.ts';
import { pathOf } from '../../model/definitions.ts';
import { clockOf, policyFacts } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';

/** Whatever can wait for an instant. */
const counting: readonly DeclarationKind[] = [
  'state',
  'benchmark',
  'ladder',
  'dispute',
  'right',
  'remedy',
  'permit',
  'report',
  'metric',
  'standard',
  'automation',
  'record',
];

export const benchmarkNoCalendar: Rule = {
  code: 'benchmark/no-calendar',
  title: 'Business time without a calendar',
  severity: 'error',
  explain:
    'Business days and business hours are counted in a calendar, and so is a closed day. No calendar is ' +
    'named here: neither in this declaration, nor in the benchmark that a ladder stands on, nor in the ' +
    'policy. Without one nobody can say when the office is open.',
  remedy: 'Add `counts` with a calendar here, or in the `policy` block for everything that names none.',
  failing: `
events received, answered
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
benchmark answer {
  from   received until answered
  within <|2 business days|>
}
`,
  passing: `
events received, answered
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
calendar office { open mon..fri 09:00-17:00 }
benchmark answer {
  from   received until answered
  counts office
  within 2 business days
}
`,
  run: {
    when: 'piece',
    kinds: counting,
    run: (declaration, { analysis, ask, report, broken }) => {
      const [first] = analysis.businessTime;
      const policy = ask(policyFacts, '');
      if (!first || broken || !policy || policy.counts || namesCalendar(declaration)) return;
      if (declaration.kind === 'ladder') {
        const on = analysis.references.get(declaration.on.name);
        if (!on || ask(clockOf, pathOf(on.name, on.of))?.counts) return;
      }
      report(
        first,
        'In which calendar? Say it with `counts` here, or in the policy for all that name none.',
        {
          symbols: [
            { symbol: { kind: 'policy', name: policy.name }, message: 'The policy names no calendar either' },
          ],
        },
      );
    },
  },
};

function namesCalendar(declaration: Declaration): boolean {
  if (!('clauses' in declaration)) return false;
  return declaration.clauses.some(
    (clause) =>
      clause.kind === 'counts' ||
      (clause.kind === 'step' && clause.clauses.some((each) => each.kind === 'counts')),
  );
}
