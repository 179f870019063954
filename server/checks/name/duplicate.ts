import { placeOf } from '../../model/program.ts';
import { kindWords } from '../../model/typing/names.ts';
import type { Rule } from '../rule.ts';

export const nameDuplicate: Rule = {
  code: 'name/duplicate',
  title: 'A name that is already taken',
  severity: 'error',
  explain:
    'Two declarations of the same kind have the same name, in this file or in one that it imports, or a ' +
    'list names a value twice. Whoever uses the name would get one of them by chance, so the first ' +
    'holds and the second is an error.',
  remedy: 'Give one of them another name, or remove it. The second place shows the first declaration.',
  failing: `
events received, resolved, <|received|>
`,
  passing: `
events received, resolved, reopened
`,
  run: {
    when: 'program',
    run: (program, document, report) => {
      for (const { symbol, first } of program.duplicates) {
        if (symbol.document !== document) continue;
        const { name, kind } = symbol.definition;
        report(
          placeOf(symbol),
          `\`${name}\` is declared already, as ${kindWords[kind]}. The first one holds.`,
          {
            related: [{ message: 'First declared here', uri: first.document.uri, ...placeOf(first) }],
          },
        );
      }
    },
  },
};
