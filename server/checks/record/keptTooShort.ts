import type { Moment } from '../../../grammar/ast.ts';
import { placeIn, placeOf } from '../../model/program.ts';
import { amountOf, type Measure, measureOf } from '../../model/units.ts';
import type { Rule } from '../rule.ts';

export const recordKeptTooShort: Rule = {
  code: 'record/kept-too-short',
  title: 'A record that is destroyed while a right may still be used',
  severity: 'warning',
  explain:
    'Somebody may go to an ombudsman or a court for longer than the record of the case is kept. Whoever has destroyed ' +
    'it by then has nothing to answer with. Compared is how long each lasts, whatever it is counted from.',
  remedy: 'Keep the record at least as long as the longest right lasts.',
  failing: `
events received, closed, rejected
right external-review {
  opens  on rejected
  closes 12 months after opening
}
record complaint-file {
  keeps   reference, outcome
  retains <|6 months after closed|>
}
`,
  passing: `
events received, closed, rejected
right external-review {
  opens  on rejected
  closes 12 months after opening
}
record complaint-file {
  keeps   reference, outcome
  retains 2 years after closed
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const rights = program.declarations('right').flatMap(({ declaration }) => {
        const closes = declaration.clauses.find((clause) => clause.kind === 'closes');
        const lasts = closes && lengthOf(closes.at);
        return lasts ? [{ declaration, lasts }] : [];
      });
      for (const { declaration, document: at, placed } of program.declarations('record')) {
        const retains = declaration.clauses.find((clause) => clause.kind === 'retains');
        const kept = retains && lengthOf(retains.until);
        if (at !== document || declaration.of || !retains || !kept) continue;
        const longer = rights.find(({ lasts }) => lasts.least > kept.most);
        if (!longer) continue;
        const { name, of } = longer.declaration;
        const symbol = program.lookup('right', name.text, of?.text);
        report(
          placeIn(placed, retains.until),
          `\`${name.text}\` may be used for longer than this record is kept. Keep it at least as long.`,
          {
            related: symbol
              ? [{ message: 'The right lasts longer', uri: symbol.document.uri, ...placeOf(symbol) }]
              : [],
          },
        );
      }
    },
  },
};

/** Days of one unit of a measure, at least and at most. */
const days: Partial<Record<Measure, readonly [number, number]>> = {
  elapsed: [1 / 86_400_000, 1 / 86_400_000],
  days: [1, 1],
  months: [28, 31],
};

/** How many days lie between a moment and what it is counted from. */
function lengthOf(moment: Moment): { least: number; most: number } | undefined {
  if (moment.kind !== 'offset' || moment.direction !== 'after' || moment.duration.kind !== 'duration')
    return undefined;
  const measure = measureOf(moment.duration);
  const amount = amountOf(moment.duration);
  const unit = measure && days[measure];
  return unit && amount !== undefined ? { least: unit[0] * amount, most: unit[1] * amount } : undefined;
}
