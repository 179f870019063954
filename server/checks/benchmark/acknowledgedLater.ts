import type { BenchmarkDeclaration } from '../../../grammar/ast.ts';
import { createCases } from '../../analysis/cases/cases.ts';
import { chosenBy } from '../../analysis/cases/chosen.ts';
import { never } from '../../analysis/cases/diagram.ts';
import { expressionsOf } from '../../compile/expressions.ts';
import { type Declared, placeIn } from '../../model/program.ts';
import { type ClockRows, clockRows } from '../row/clockRows.ts';
import { namesOf } from '../row/proveRows.ts';
import type { Rule } from '../rule.ts';
import { eventsOf } from './moments.ts';

export const benchmarkAcknowledgedLater: Rule = {
  code: 'benchmark/acknowledged-later',
  title: 'Acknowledged later than resolved',
  severity: 'warning',
  explain:
    'A case may be acknowledged later than it must be resolved. One of the two deadlines means nothing then; often ' +
    'days were written for hours. Compared are benchmarks that start at the same events, in cases to which both ' +
    'apply, where both count the same measure.',
  remedy: 'Give less time for the acknowledgement than for the answer.',
  failing: `
events received, acknowledged, resolved
benchmark acknowledge {
  from   received until acknowledged
  <|within 5 days|>
}
benchmark resolve {
  from   received until resolved
  within 2 days
}
`,
  passing: `
events received, acknowledged, resolved
benchmark acknowledge {
  from   received until acknowledged
  within 1 day
}
benchmark resolve {
  from   received until resolved
  within 2 days
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const benchmarks = program.declarations('benchmark');
      const first = benchmarks.filter(
        (each) => each.document === document && isAbout(each.declaration, /^acknowledg/),
      );
      if (first.length === 0) return;
      const expressions = expressionsOf(program);
      const resolving = benchmarks
        .filter(({ declaration }) => isAbout(declaration, /^resolv/))
        .map((each) => ({ ...each, start: startOf(each.declaration), clock: clockRows(each, expressions) }));
      for (const acknowledge of first) {
        const start = startOf(acknowledge.declaration);
        const a = clockRows(acknowledge, expressions);
        const names = namesOf(expressions, start?.split(' ') ?? []);
        for (const resolve of resolving) {
          const { declaration, clock: b } = resolve;
          if (start === undefined || start !== resolve.start) continue;
          if (declaration.of?.text !== acknowledge.declaration.of?.text) continue;
          const found = laterRow(a, b, names);
          if (!found) continue;
          report(
            placeIn(acknowledge.placed, a.rows[found.row]!.clause),
            `\`${declaration.name.text}\` must be done sooner than this${found.when}. Give less time here.`,
            {
              related: [
                {
                  message: 'The time until it is resolved',
                  uri: resolve.document.uri,
                  ...placeIn(resolve.placed, b.rows[found.other]!.clause),
                },
              ],
            },
          );
        }
      }
    },
  },
};

/** By its own name, or by the events that end it. */
function isAbout({ name, clauses }: BenchmarkDeclaration, word: RegExp): boolean {
  const from = clauses.find((clause) => clause.kind === 'from');
  const stops = (from && eventsOf(from.until)) ?? [];
  return word.test(name.text) || (stops.length > 0 && stops.every((stop) => word.test(stop)));
}

function startOf({ clauses }: Declared<BenchmarkDeclaration>['declaration']): string | undefined {
  const from = clauses.find((clause) => clause.kind === 'from');
  return from && eventsOf(from.from)?.join(' ');
}

function laterRow(
  a: ClockRows,
  b: ClockRows,
  names: ReturnType<typeof namesOf>,
): { row: number; other: number; when: string } | undefined {
  const later = a.rows.flatMap((_, row) =>
    b.rows.flatMap((_, other) => (isLater(a, row, b, other) ? [{ row, other }] : [])),
  );
  // Which rows meet in a case is asked only where it matters.
  if (later.length === 0) return undefined;
  const conditions = [a, b].flatMap(({ rows, domain }) => [...domain, ...rows.map(({ when }) => when)]);
  const cases = createCases(
    conditions.filter((each) => each !== undefined),
    names,
  );
  const chosen = ({ rows, domain }: ClockRows) =>
    chosenBy(
      rows.map(({ when }) => when),
      domain,
      cases,
    );
  const [ofA, ofB] = [chosen(a), chosen(b)];
  for (const { row, other } of later) {
    const both = cases.diagrams.and(ofA[row]!, ofB[other]!);
    const witness = both === never || cases.diagrams.exhausted() ? undefined : cases.witness(both);
    if (witness)
      return { row, other, when: witness.says.length === 0 ? '' : `, when ${witness.says.join(', ')}` };
  }
  return undefined;
}

function isLater(a: ClockRows, row: number, b: ClockRows, other: number): boolean {
  const first = a.rows[row]!.time;
  const second = b.rows[other]!.time;
  return first !== undefined && first.measure === second?.measure && first.amount > second.amount;
}
