import type { Condition as Ast, AutomationDeclaration, Name } from '../../../grammar/ast.ts';
import { createCases } from '../../analysis/cases/cases.ts';
import { never } from '../../analysis/cases/diagram.ts';
import { expressionsOf } from '../../compile/expressions.ts';
import type { Condition } from '../../engine/policy.ts';
import { type Declared, type Program, placeIn } from '../../model/program.ts';
import { namesOf } from '../row/proveRows.ts';
import type { Rule } from '../rule.ts';

/** What a standard demands of a message that only a person can give. */
const person = /(^|-)(human|person)$/;

export const automationForbidden: Rule = {
  code: 'automation/forbidden',
  title: 'A bot that may do what only a person may',
  severity: 'warning',
  explain:
    'The automation may do this, and in the same case a standard asks for a person in it, `requires a-person in ' +
    'decided`, or a regulation lets only a role do it, `until decided by ombudsman`. What the bot does there does not ' +
    'count, and may be unlawful.',
  remedy: 'Add `may not` for the case, or narrow `may` with `when`.',
  failing: `
ticket { category one of enquiry, complaint }
events received, answered
standard final-answer {
  applies when category is complaint
  requires a-person in answered
}
automation assistant {
  may <|answered|>
  discloses itself
}
`,
  passing: `
ticket { category one of enquiry, complaint }
events received, answered
standard final-answer {
  applies when category is complaint
  requires a-person in answered
}
automation assistant {
  may answered when category is enquiry
  discloses itself
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const automations = program.declarations('automation').filter((each) => each.document === document);
      if (automations.length === 0) return;
      const demands = [...demandsOfStandards(program), ...demandsOfRegulations(program)];
      const expressions = expressionsOf(program);
      for (const automation of automations) {
        const compiled = (when: Ast | undefined) => when && expressions.condition(automation, when);
        for (const clause of automation.declaration.clauses) {
          if (clause.kind !== 'may') continue;
          for (const event of clause.events) {
            const demand = demands.find(({ event: asked, when, declared }) => {
              if (asked !== event.text) return false;
              const conditions = when.map((each) => expressions.condition(declared, each));
              const forbidden = forbiddenIn(automation.declaration, event, (each) => compiled(each));
              if (forbidden === true) return false;
              const own = compiled(clause.when);
              const of: Condition[] = [...conditions, ...(own ? [own] : []), ...forbidden.map(not)];
              if (of.length === 0) return true;
              const all: Condition = { kind: 'and', of };
              const cases = createCases([all], namesOf(expressions, [event.text]));
              return cases.where(all) !== never && !cases.diagrams.exhausted();
            });
            if (!demand) continue;
            report(
              placeIn(automation.placed, event),
              `\`${automation.declaration.name.text}\` may do \`${event.text}\`, and ${demand.says}. Add \`may not\` for that case.`,
              {
                related: [
                  {
                    message: 'It is demanded here',
                    uri: demand.declared.document.uri,
                    ...placeIn(demand.declared.placed, demand.name),
                  },
                ],
              },
            );
          }
        }
      }
    },
  },
};

/** That a person does something, in the cases in which all of `when` holds. */
interface Demand {
  readonly event: string;
  readonly when: readonly Ast[];
  readonly declared: Declared;
  readonly name: Name;
  readonly says: string;
}

function demandsOfStandards(program: Program): Demand[] {
  return program.declarations('standard').flatMap((declared) => {
    const { clauses, name } = declared.declaration;
    const applies = clauses.flatMap((clause) => (clause.kind === 'applies' ? [clause.condition] : []));
    return clauses.flatMap((clause) => {
      if (clause.kind !== 'requires') return [];
      const what = clause.what.find(({ text }) => person.test(text));
      if (!what) return [];
      const when = [...applies, ...(clause.when ? [clause.when] : [])];
      const says = `\`${name.text}\` wants \`${what.text}\` in it`;
      return clause.in.map((event) => ({ event: event.text, when, declared, name, says }));
    });
  });
}

function demandsOfRegulations(program: Program): Demand[] {
  return program.declarations('benchmark').flatMap((declared) => {
    const { clauses, name, of } = declared.declaration;
    const from = clauses.find((clause) => clause.kind === 'from');
    const isRole = from?.by.some(({ text }) => program.lookup('role', text));
    if (!of || !from || !isRole || from.until.kind !== 'name') return [];
    const when = clauses.flatMap((clause) => (clause.kind === 'applies' ? [clause.condition] : []));
    const says = `\`${of.text}\` lets only ${from.by.map(({ text }) => `\`${text}\``).join(' or ')} do it`;
    return [{ event: from.until.text, when, declared, name, says }];
  });
}

/** When the automation may not cause an event; true where it never may. */
function forbiddenIn(
  { clauses }: AutomationDeclaration,
  event: Name,
  compiled: (when: Ast) => Condition | undefined,
): true | Condition[] {
  const found: Condition[] = [];
  for (const clause of clauses) {
    if (clause.kind !== 'may not' || !clause.events.some(({ text }) => text === event.text)) continue;
    const when = clause.when && compiled(clause.when);
    if (!when) return true;
    found.push(when);
  }
  return found;
}

function not(of: Condition): Condition {
  return { kind: 'not', of };
}
