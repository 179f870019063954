import { placeIn, placeOf } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const regulationUnmet: Rule = {
  code: 'regulation/unmet',
  title: 'A duty of the regulation that nothing meets',
  severity: 'warning',
  explain:
    'The policy says that it conforms to the regulation, and the regulation has a benchmark to which none of the ' +
    "policy's corresponds: none has its name, and none `meets` it. So that duty is not even promised. Whether those " +
    'that correspond are strict enough, `slapolicy conform` proves.',
  remedy:
    'Add a benchmark of that name, or `meets` to the one that does it; or let the policy adopt the regulation.',
  failing: `
events received, acknowledged, answered
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Europe/London
  begins with received
  conforms to <|code|>
}
regulation code { title "Code of practice" }
benchmark acknowledge of code { from received until acknowledged  within 2 days }
benchmark answer of code      { from received until answered      within 15 days }
benchmark answer              { from received until answered      within 10 days }
`,
  passing: `
events received, acknowledged, answered
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Europe/London
  begins with received
  conforms to code
}
regulation code { title "Code of practice" }
benchmark acknowledge of code { from received until acknowledged  within 2 days }
benchmark answer of code      { from received until answered      within 15 days }
benchmark answer              { from received until answered      within 10 days }
benchmark first-word          { meets code.acknowledge  from received until acknowledged  within 1 day }
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const benchmarks = program.declarations('benchmark').map(({ declaration }) => declaration);
      const own = benchmarks.filter(({ of }) => !of);
      const met = new Set(
        own.flatMap(({ clauses }) =>
          clauses.flatMap((clause) =>
            clause.kind === 'meets'
              ? clause.benchmarks.map(({ qualifier, name }) => `${qualifier?.text}.${name.text}`)
              : [],
          ),
        ),
      );
      for (const { declaration, document: at, placed } of program.declarations('policy')) {
        if (at !== document) continue;
        const adopted = new Set(
          declaration.clauses.flatMap((clause) =>
            clause.kind === 'adopts' ? clause.regulations.map(({ text }) => text) : [],
          ),
        );
        for (const clause of declaration.clauses) {
          if (clause.kind !== 'conforms') continue;
          for (const regulation of clause.regulations) {
            if (adopted.has(regulation.text)) continue;
            for (const { name, of } of benchmarks) {
              if (of?.text !== regulation.text || met.has(`${of.text}.${name.text}`)) continue;
              if (own.some((each) => each.name.text === name.text)) continue;
              const symbol = program.lookup('benchmark', name.text, of.text);
              report(
                placeIn(placed, regulation),
                `Nothing in this policy meets \`${of.text}.${name.text}\`. Add a benchmark of that name, or \`meets\` to one.`,
                {
                  related: symbol
                    ? [
                        {
                          message: 'The regulation demands it here',
                          uri: symbol.document.uri,
                          ...placeOf(symbol),
                        },
                      ]
                    : [],
                },
              );
            }
          }
        }
      }
    },
  },
};
