import type { Node } from '../../../grammar/ast.ts';
import { type BlockName, clausesOf, declarationWords } from '../../../grammar/keywords.ts';
import type { PieceCheck, Rule } from '../rule.ts';

export const clauseTwice: Rule = {
  code: 'clause/twice',
  title: 'A clause that stands twice',
  severity: 'error',
  explain:
    'This clause can be said only once in its block. With two of them it would be open which one holds.',
  remedy: 'Remove one of them. The second place shows the first one.',
  failing: `
events received, answered
benchmark answer {
  from   received until answered
  <|from   received until answered|>
  within 2 days
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
}
`,
  run: {
    when: 'piece',
    kinds: declarationWords,
    run: (declaration, { report }) => {
      if (!('clauses' in declaration)) return;
      checkOnce(declaration.kind, declaration.clauses, report);
      if (declaration.kind !== 'dispute') return;
      for (const clause of declaration.clauses)
        if (clause.kind === 'step') checkOnce('step', clause.clauses, report);
    },
  },
};

function checkOnce(
  block: BlockName,
  clauses: readonly (Node & { readonly kind: string })[],
  report: PieceCheck['report'],
): void {
  const known = clausesOf(block);
  const seen = new Map<string, Node>();
  for (const clause of clauses) {
    const entry = known[clause.kind];
    if (!entry || entry.repeated) continue;
    const first = seen.get(clause.kind);
    if (!first) seen.set(clause.kind, clause);
    else
      report(clause, `\`${clause.kind}\` is said already, and can be said only once.`, {
        places: [{ start: first.start, end: first.end, message: 'First said here' }],
      });
  }
}
