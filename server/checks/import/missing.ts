import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const importMissing: Rule = {
  code: 'import/missing',
  title: 'A file that cannot be read',
  severity: 'error',
  explain:
    'An imported file is found relative to the file that imports it. This one does not exist or cannot ' +
    'be read, so everything it declares is missing here.',
  remedy: 'Correct the path. It is written with `/` on every system: `import "regulations/acma.slapolicy"`.',
  failing: `
import <|"no-such-file.slapolicy"|>
`,
  passing: `
events received
`,
  run: {
    when: 'program',
    run: (program, document, report) => {
      for (const each of program.imports) {
        if (each.document !== document || !each.missing) continue;
        report(
          placeIn(each.placed, each.declaration.path),
          `There is no file \`${each.declaration.path.value}\` beside this one.`,
        );
      }
    },
  },
};
