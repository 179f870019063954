import type { Condition, Declaration } from '../../../grammar/ast.ts';
import { createCases } from '../../analysis/cases/cases.ts';
import { always, never } from '../../analysis/cases/diagram.ts';
import { expressionsOf } from '../../compile/expressions.ts';
import { placeIn } from '../../model/program.ts';
import { namesOf } from '../row/proveRows.ts';
import type { Rule } from '../rule.ts';
import { conditionsIn, partsOf } from './conditionsIn.ts';

export const conditionConstant: Rule = {
  code: 'condition/constant',
  title: 'A condition that is always or never true',
  severity: 'warning',
  explain:
    'Whatever the case, the condition comes out the same. Either it says nothing and can go, or it was meant to say ' +
    'something else: `and` where `or` was meant, or a bound beyond what the field can be. That is decided exactly, ' +
    'over all values that the fields can have.',
  remedy: 'Write what was meant, or remove the condition.',
  failing: `
ticket {
  channel  one of phone, email, letter
  services number 0..10
}
events received, answered
benchmark answer {
  applies when <|channel is email and channel is letter|>
  from   received until answered
  within 2 days when <|services at least 0|>
  within 5 days otherwise
}
`,
  passing: `
ticket {
  channel  one of phone, email, letter
  services number 0..10
}
events received, answered
benchmark answer {
  applies when channel is email or channel is letter
  from   received until answered
  within 2 days when services at least 1
  within 5 days otherwise
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const expressions = expressionsOf(program);
      for (const placed of document.tree.pieces) {
        const { declaration } = placed.piece;
        if (!declaration || !('clauses' in declaration)) continue;
        const names = namesOf(expressions, happenedIn(declaration));
        for (const condition of conditionsIn(declaration)) {
          const compiled = new Map(
            withParts(condition).map((part) => [part, expressions.condition({ document, placed }, part)]),
          );
          const cases = createCases([...compiled.values()], names);
          const find = (part: Condition): void => {
            const set = cases.where(compiled.get(part)!);
            if (cases.diagrams.exhausted()) return;
            if (set !== always && set !== never) {
              partsOf(part).forEach(find);
              return;
            }
            report(
              placeIn(placed, part),
              `This is ${set === always ? 'always' : 'never'} true, whatever the case. Write what was meant, or leave it out.`,
            );
          };
          find(condition);
        }
      }
    },
  },
};

function withParts(condition: Condition): Condition[] {
  return [condition, ...partsOf(condition).flatMap(withParts)];
}

/** The event that has happened whenever the declaration's conditions are asked. */
function happenedIn(declaration: Declaration): string[] {
  return declaration.kind === 'metric' && declaration.from !== 'tickets' ? [declaration.from.text] : [];
}
