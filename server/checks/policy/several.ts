import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const policySeveral: Rule = {
  code: 'policy/several',
  title: 'More than one policy',
  severity: 'error',
  explain:
    'A file and what it imports are one policy: its version, zone, dates and first event hold for ' +
    'everything. With two headers it would be open which of them governs a ticket.',
  remedy:
    'Keep one `policy` block, and move what both policies share into a file without one that each of ' +
    'them imports.',
  failing: `
events received
policy first-policy {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
policy <|second-policy|> {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
`,
  passing: `
events received
policy first-policy {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
`,
  run: {
    when: 'program',
    run: (program, document, report) => {
      const [first, ...others] = program.declarations('policy');
      for (const other of others) {
        if (!first || other.document !== document) continue;
        report(
          placeIn(other.placed, other.declaration.name),
          `A policy is declared already: \`${first.declaration.name.text}\`. One file with its imports is one policy.`,
          {
            related: [
              {
                message: 'The first policy',
                uri: first.document.uri,
                ...placeIn(first.placed, first.declaration.name),
              },
            ],
          },
        );
      }
    },
  },
};
