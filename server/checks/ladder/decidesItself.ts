import { pathOf } from '../../model/definitions.ts';
import { clockOf } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const ladderDecidesItself: Rule = {
  code: 'ladder/decides-itself',
  title: 'A rung that stops its own clock',
  severity: 'warning',
  explain:
    'The rung emits the event by which its benchmark is done. So nobody has to do anything: the policy itself meets ' +
    'the deadline, or ends what was missed, and the figures say that all is well.',
  remedy: 'Emit another event, and let the benchmark be done by what people do.',
  failing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
}
ladder late-answer on answer {
  at 80% emit <|answered|>
}
`,
  passing: `
events received, answered, reminder
benchmark answer {
  from   received until answered
  within 2 days
}
ladder late-answer on answer {
  at 80% emit reminder
}
`,
  run: inDeclarations(['ladder'], (declaration, { analysis, ask, report }) => {
    const on = analysis.references.get(declaration.on.name);
    const stops = on && ask(clockOf, pathOf(on.name, on.of))?.stops;
    if (!stops) return;
    for (const rung of declaration.clauses) {
      if (rung.kind !== 'rung') continue;
      for (const action of rung.actions)
        if (action.kind === 'emit' && stops.includes(action.event.text))
          report(
            action.event,
            `\`${action.event.text}\` stops this ladder's own clock, so the benchmark is done without anybody doing it.`,
          );
    }
  }),
};
