import type { Moment, RungTime } from '../../../grammar/ast.ts';
import { pathOf } from '../../model/definitions.ts';
import { type ClockFacts, clockOf } from '../../model/queries.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const ladderUnreachableRung: Rule = {
  code: 'ladder/unreachable-rung',
  title: 'A rung that can never fire',
  severity: 'warning',
  explain:
    'The moment of this rung never comes while the clock runs: its benchmark has no deadline, the rung ' +
    'lies before the start or after the stop, or it is to happen zero times. Whoever is to be told ' +
    'would never hear of it.',
  remedy: 'Correct the moment, give the benchmark a deadline, or remove the rung.',
  failing: `
events received, answered
roles team-lead
benchmark answer {
  from   received until answered
  within 2 days
}
ladder late-answer on answer {
  at <|1 hour before start|> notify team-lead
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
  at 1 hour before due notify team-lead
}
`,
  run: inDeclarations(['ladder'], (declaration, { analysis, ask, report }) => {
    const on = analysis.references.get(declaration.on.name);
    const clock = on && ask(clockOf, pathOf(on.name, on.of));
    if (!clock) return;
    for (const rung of declaration.clauses) {
      const reason = rung.kind === 'rung' ? whyNever(rung.time, clock) : undefined;
      if (rung.kind === 'rung' && reason) report(rung.time, `This rung never fires: ${reason}`);
    }
  }),
};

function whyNever(time: RungTime, clock: ClockFacts): string | undefined {
  const due = clock.rows > 0 || clock.every;
  if (time.kind === 'percent') return due ? undefined : noDeadline;
  if (time.kind === 'every' && time.limit && Number(time.limit.value) === 0)
    return 'it is to happen zero times.';
  return whyNeverAt(time.kind === 'every' ? time.after : time.moment, clock, due);
}

const noDeadline = 'the benchmark has no deadline. Give it one with `within`.';

function whyNeverAt(moment: Moment, clock: ClockFacts, due: boolean): string | undefined {
  switch (moment.kind) {
    case 'anchor':
      return due || moment.what === 'start' ? undefined : noDeadline;
    case 'offset':
      if (moment.direction === 'before' && isAnchor(moment.of, 'start'))
        return 'the clock has not started then.';
      return whyNeverAt(moment.of, clock, due);
    case 'name':
      if (clock.stops.includes(moment.text))
        return `\`${moment.text}\` stops the clock, and its ladder with it. A benchmark of its own can begin there.`;
      return undefined;
    default:
      return undefined;
  }
}

function isAnchor(moment: Moment, what: string): boolean {
  return moment.kind === 'anchor' && moment.what === what;
}
