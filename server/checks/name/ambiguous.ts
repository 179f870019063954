import type { SymbolKind } from '../../model/definitions.ts';
import { placeOf } from '../../model/program.ts';
import { kindWords } from '../../model/typing/names.ts';
import type { Rule } from '../rule.ts';

export const nameAmbiguous: Rule = {
  code: 'name/ambiguous',
  title: 'A name that means two things',
  severity: 'warning',
  explain:
    'Fields, events, states and rates are named in the same places: `resolved is set` can speak of an ' +
    'event or of a field. Where both exist the reader cannot tell which is meant. A moment takes the ' +
    'event, a condition the field.',
  remedy: 'Rename one of them.',
  failing: `
ticket { promised-date date optional }
events received, <|promised-date|>
`,
  passing: `
ticket { promised-date date optional }
events received, promised
`,
  run: {
    when: 'program',
    run: (program, document, report) => {
      for (const [kind, others] of rivals)
        for (const symbol of program.symbols(kind)) {
          if (symbol.document !== document) continue;
          const { name } = symbol.definition;
          const rival = others.map((other) => program.lookup(other, name)).find((each) => each !== undefined);
          if (!rival) continue;
          const { kind: rivalKind } = rival.definition;
          report(
            placeOf(symbol),
            `\`${name}\` is also ${kindWords[rivalKind]}. Where it is used, both could be meant.`,
            {
              related: [
                { message: `${name}, ${kindWords[rivalKind]}`, uri: rival.document.uri, ...placeOf(rival) },
              ],
            },
          );
        }
    },
  },
};

/** Kinds that are named in the same places. */
const rivals: readonly (readonly [SymbolKind, readonly SymbolKind[]])[] = [
  ['event', ['field']],
  ['state', ['field', 'event']],
  ['rate', ['field', 'event', 'state']],
  ['person', ['role']],
];
