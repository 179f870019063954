import type { Name } from '../../../grammar/ast.ts';
import { type Declared, placeIn } from '../../model/program.ts';
import type { Rule } from '../rule.ts';

export const roleNobody: Rule = {
  code: 'role/nobody',
  title: 'A role that somebody must have and nobody has',
  severity: 'warning',
  explain:
    'Only somebody in this role can stop the clock, or the step of the dispute belongs to it. The policy and its ' +
    'rosters say who works here, and nobody has the role: the clock would run for ever. Where no people are declared ' +
    'at all, nothing is said.',
  remedy: 'Give somebody the role, `person ana is complaints-agent`, or name another one.',
  failing: `
events received, answered
roles complaints-agent, team-lead
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
person ben is team-lead {}
benchmark answer {
  from   received until answered by <|complaints-agent|>
  within 2 days
}
`,
  passing: `
events received, answered
roles complaints-agent, team-lead
policy complaints {
  version     "1"
  effective   2026-07-01
  timezone    Australia/Sydney
  begins with received
}
person ben is team-lead {}
person ana is complaints-agent {}
benchmark answer {
  from   received until answered by complaints-agent
  within 2 days
}
`,
  run: {
    when: 'compiled',
    run: (policy, program, document, report) => {
      if (policy.people.length === 0) return;
      const held = new Set(policy.people.flatMap(({ roles }) => roles));
      const look = ({ placed, document: at }: Declared, names: readonly Name[], what: string): void => {
        const roles = names.filter(({ text }) => program.lookup('role', text));
        if (at !== document || roles.length < names.length || roles.some(({ text }) => held.has(text)))
          return;
        for (const role of roles)
          report(placeIn(placed, role), `Nobody has the role \`${role.text}\`, ${what}.`);
      };
      for (const benchmark of program.declarations('benchmark'))
        for (const clause of benchmark.declaration.clauses)
          if (clause.kind === 'from') look(benchmark, clause.by, 'so nobody can stop this clock');
      for (const dispute of program.declarations('dispute'))
        for (const step of dispute.declaration.clauses)
          if (step.kind === 'step')
            for (const clause of step.clauses)
              if (clause.kind === 'owner') look(dispute, [clause.owner], 'so this step has no owner');
    },
  },
};
