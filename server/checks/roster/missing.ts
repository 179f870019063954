import { placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const rosterMissing: Rule = {
  code: 'roster/missing',
  title: 'A roster that cannot be read',
  severity: 'error',
  explain:
    'A roster is found relative to the file that names it. This one does not exist or cannot be read, so nobody ' +
    'knows who holds which role.',
  remedy: 'Correct the path. It is written with `/` on every system: `people from "people/roster.csv"`.',
  failing: `
people from <|"no-such-roster.csv"|>
`,
  passing: `
role complaints-agent { requires certificate consumer-law }
person ana is complaints-agent { certificate consumer-law since 2026-03-01 }
`,
  run: {
    when: 'program',
    run: (program, document, report) => {
      for (const { declaration, document: home, placed, source } of program.rosters) {
        if (home !== document || source) continue;
        report(
          placeIn(placed, declaration.path),
          `There is no file \`${declaration.path.value}\` beside this one.`,
        );
      }
    },
  },
};
