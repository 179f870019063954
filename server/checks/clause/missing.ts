import type { Node } from '../../../grammar/ast.ts';
import { type BlockName, clausesOf, declarationWords } from '../../../grammar/keywords.ts';
import type { PieceCheck, Rule } from '../rule.ts';

export const clauseMissing: Rule = {
  code: 'clause/missing',
  title: 'A clause that cannot be left out',
  severity: 'error',
  explain:
    'Without this clause the declaration says nothing that could be run: a policy without its zone has ' +
    'no days, a benchmark without `from` has no clock. There is no default, because a wrong guess would ' +
    'be a wrong deadline.',
  remedy: 'Add the clause. Its page in the language reference shows how it is written.',
  failing: `
events received
policy <|complaints|> {
  version     "1"
  effective   2026-07-01
  begins with received
}
`,
  passing: `
events received
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
`,
  run: {
    when: 'piece',
    kinds: declarationWords,
    run: (declaration, { broken, report }) => {
      if (broken || !('clauses' in declaration) || !('name' in declaration)) return;
      requireClauses(declaration.kind, declaration.name, declaration.clauses, report);
      if (declaration.kind !== 'dispute') return;
      for (const clause of declaration.clauses)
        if (clause.kind === 'step') requireClauses('step', clause.name, clause.clauses, report);
    },
  },
};

function requireClauses(
  block: BlockName,
  name: Node & { readonly text: string },
  clauses: readonly { readonly kind: string }[],
  report: PieceCheck['report'],
): void {
  for (const [word, entry] of Object.entries(clausesOf(block))) {
    if (!entry.required || clauses.some((clause) => clause.kind === word)) continue;
    report(name, `\`${name.text}\` needs the clause \`${word}\`: ${entry.syntax}. ${entry.meaning}`, {
      clause: word,
    });
  }
}
