import { pathOf } from '../../model/definitions.ts';
import { clockOf } from '../../model/queries.ts';
import { amountOf, measureOf } from '../../model/units.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const ladderEarlyRung: Rule = {
  code: 'ladder/early-rung',
  title: 'A rung that fires as soon as the clock starts',
  severity: 'warning',
  explain:
    'The rung lies further before the deadline than the clock has time in any of its rows. A rung never ' +
    'fires before the start, so this one fires at the start, every time.',
  remedy: 'Write a shorter time, or `at start` if that is what is meant.',
  failing: `
events received, answered
roles team-lead
benchmark answer {
  from   received until answered
  within 2 days
}
ladder late-answer on answer {
  at <|3 days before due|> notify team-lead
}
`,
  passing: `
events received, answered
roles team-lead
benchmark answer {
  from   received until answered
  within 2 days
}
ladder late-answer on answer {
  at 1 day before due notify team-lead
}
`,
  run: inDeclarations(['ladder'], (declaration, { analysis, ask, report }) => {
    const on = analysis.references.get(declaration.on.name);
    const clock = on && ask(clockOf, pathOf(on.name, on.of));
    if (!clock || clock.moments || clock.measures.length !== 1) return;
    for (const rung of declaration.clauses) {
      if (rung.kind !== 'rung' || rung.time.kind !== 'moment') continue;
      const { moment } = rung.time;
      if (moment.kind !== 'offset' || moment.direction !== 'before' || moment.duration.kind !== 'duration')
        continue;
      if (moment.of.kind !== 'anchor' || moment.of.what === 'start') continue;
      const measure = measureOf(moment.duration);
      const longest = measure && clock.longest[measure];
      if (longest === undefined || (amountOf(moment.duration) ?? 0) <= longest) continue;
      report(
        rung.time,
        'No row leaves this much time, so this fires at the start. Write a shorter time, or `at start`.',
      );
    }
  }),
};
