import { createCases } from '../../analysis/cases/cases.ts';
import { chosenBy } from '../../analysis/cases/chosen.ts';
import { never } from '../../analysis/cases/diagram.ts';
import { given } from '../../analysis/cases/given.ts';
import { expressionsOf } from '../../compile/expressions.ts';
import type { Condition, FieldDef } from '../../engine/policy.ts';
import { placeIn } from '../../model/program.ts';
import { type ClockRows, clockRows } from '../row/clockRows.ts';
import { namesOf } from '../row/proveRows.ts';
import type { Rule } from '../rule.ts';

/** Values that say by their name that there is no time to lose. */
const urgentNames = /^(urgent|critical|emergency|severe|immediate|p1|priority-1)$/;

export const benchmarkUrgentNotShorter: Rule = {
  code: 'benchmark/urgent-not-shorter',
  title: 'Urgent cases have no less time',
  severity: 'warning',
  explain:
    'The rows give a case that is urgent more time than the same case that is not, or make a difference between the ' +
    'two that is none. Usually two numbers were exchanged, or a unit: eight hours are not less than a business day of ' +
    'eight hours. Only times that are counted by the same clock are compared.',
  remedy: 'Give the urgent case less time, or remove the row that sets it apart.',
  failing: `
ticket { priority one of low < normal < urgent = normal }
events received, answered
benchmark answer {
  from   received until answered
  <|within 4 days when priority is urgent|>
  within 2 days otherwise
}
`,
  passing: `
ticket { priority one of low < normal < urgent = normal }
events received, answered
benchmark answer {
  from   received until answered
  within 4 hours when priority is urgent
  within 2 days  otherwise
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const declared = program.declarations('benchmark').filter((each) => each.document === document);
      if (declared.length === 0) return;
      const expressions = expressionsOf(program);
      const names = namesOf(expressions, []);
      for (const benchmark of declared) {
        const clock = clockRows(benchmark, expressions);
        for (const field of expressions.fields)
          for (const urgent of field.values?.filter((value) => urgentNames.test(value)) ?? []) {
            const found = compare(clock, field, urgent);
            if (!found) continue;
            report(placeIn(benchmark.placed, clock.rows[found.row]!.clause), found.message, {
              related: [
                {
                  message: `This row holds when ${field.name} is ${found.other}`,
                  uri: document.uri,
                  ...placeIn(benchmark.placed, clock.rows[found.otherRow]!.clause),
                },
              ],
            });
          }
      }

      function compare(clock: ClockRows, field: FieldDef, urgent: string): Found | undefined {
        if (!clock.rows.some(({ when }) => when && asks(when, field.name))) return undefined;
        for (const other of othersOf(field, urgent)) {
          const ofUrgent = under(clock, field, urgent);
          const ofOther = under(clock, field, other);
          const conditions = [...ofUrgent.rows, ...ofUrgent.domain, ...ofOther.rows, ...ofOther.domain];
          const cases = createCases(
            conditions.filter((each): each is Condition => typeof each === 'object'),
            names,
          );
          const urgentRows = chosenBy(ofUrgent.rows, ofUrgent.domain, cases);
          const otherRows = chosenBy(ofOther.rows, ofOther.domain, cases);
          let equal: Found | undefined;
          let shorter = false;
          for (const [row, a] of urgentRows.entries())
            for (const [otherRow, b] of otherRows.entries()) {
              const both = cases.diagrams.and(a, b);
              if (row === otherRow || both === never) continue;
              const order = difference(clock, row, otherRow);
              if (order === undefined || order < 0) shorter = true;
              const rest = cases.witness(both);
              if (order === undefined || order < 0 || cases.diagrams.exhausted() || !rest) continue;
              const when = [`${field.name} is ${other}`, ...rest.says].join(', ');
              const found = { row, otherRow, other };
              if (order > 0)
                return {
                  ...found,
                  message: `An urgent case has more time here than the same case when ${when}. Were two numbers exchanged?`,
                };
              equal ??= {
                ...found,
                message: `An urgent case has as much time as the same case when ${when}. Give it less, or remove the row.`,
              };
            }
          if (equal && !shorter) return equal;
        }
        return undefined;
      }

      function under({ rows, domain }: ClockRows, field: FieldDef, value: string) {
        const simplified = (condition: Condition) => given(condition, field.name, value, names);
        return { rows: rows.map(({ when }) => when && simplified(when)), domain: domain.map(simplified) };
      }
    },
  },
};

interface Found {
  readonly row: number;
  readonly otherRow: number;
  readonly other: string;
  readonly message: string;
}

/** The values that are less urgent: those below it in an order, else all that do not sound urgent. */
function othersOf({ values = [], ordered }: FieldDef, urgent: string): readonly string[] {
  if (!ordered) return values.filter((value) => !urgentNames.test(value));
  const at = values.indexOf(urgent);
  return at === 0 ? values.slice(1) : values.slice(0, at);
}

/** Positive where the first row gives more time; undefined where the two cannot be compared. */
function difference({ rows }: ClockRows, first: number, second: number): number | undefined {
  const a = rows[first]!.time;
  const b = rows[second]!.time;
  return a && b && a.measure === b.measure ? a.amount - b.amount : undefined;
}

function asks(condition: Condition, field: string): boolean {
  return JSON.stringify(condition).includes(`"field":${JSON.stringify(field)}`);
}
