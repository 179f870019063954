import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const importCycle: Rule = {
  code: 'import/cycle',
  title: 'Files that import each other',
  severity: 'error',
  explain:
    'This import leads back to the file that makes it. Which declarations come first would depend on ' +
    'where one begins to read, so what holds when a name is taken twice would too.',
  remedy: 'Move what both files need into a third one that imports neither.',
  failing: `
import <|"example.slapolicy"|>
`,
  passing: `
events received
`,
  run: {
    when: 'program',
    run: (program, document, report) => {
      for (const { cycle } of program.imports) {
        const place = cycle?.indexOf(document.uri) ?? -1;
        if (!cycle || place < 0) continue;
        const next = cycle[(place + 1) % cycle.length];
        const own = program.imports.find((each) => each.document === document && each.target === next);
        if (!own) continue;
        const way = [...cycle.slice(place + 1), ...cycle.slice(0, place + 1)].map(fileName);
        report(
          placeIn(own.placed, own.declaration.path),
          `This file imports itself, by way of ${way.join(', ')}. Move what both need into a file that imports neither.`,
        );
      }
    },
  },
};

function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
