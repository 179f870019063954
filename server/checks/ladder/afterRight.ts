import type { Moment, RungTime } from '../../../grammar/ast.ts';
import { type Program, placeIn } from '../../model/program.ts';
import { amountOf } from '../../model/units.ts';
import { benchmarkPath } from '../benchmark/moments.ts';
import type { Rule } from '../rule.ts';

export const ladderAfterRight: Rule = {
  code: 'ladder/after-right',
  title: 'Escalated only when the customer may already go elsewhere',
  severity: 'information',
  explain:
    'When this benchmark is breached, the customer gets a right, to go to an ombudsman for example. Every rung of its ' +
    'ladders lies after that, so nobody who could still save the deadline hears of it before the right is there.',
  remedy: 'Add a rung before the deadline: `at 80% notify team-lead`.',
  failing: `
events received, answered
roles team-lead
benchmark answer {
  from   received until answered
  within 10 days
}
ladder late-answer on answer {
  at <|2 days after breach|> notify team-lead
}
right external-review { opens on breach of answer }
`,
  passing: `
events received, answered
roles team-lead
benchmark answer {
  from   received until answered
  within 10 days
}
ladder late-answer on answer {
  at 80%                 notify team-lead
  at 2 days after breach notify team-lead
}
right external-review { opens on breach of answer }
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const rights = rightsByBreach(program);
      if (rights.size === 0) return;
      const ladders = program.declarations('ladder').map((ladder) => ({
        ...ladder,
        on: benchmarkPath(program, ladder.declaration.on, ladder.declaration.of?.text),
        rungs: ladder.declaration.clauses.filter((clause) => clause.kind === 'rung'),
      }));
      for (const { document: at, placed, on, rungs } of ladders) {
        const right = rights.get(on);
        const [first] = rungs;
        if (at !== document || !right || !first) continue;
        const all = ladders.filter((other) => other.on === on).flatMap((other) => other.rungs);
        if (!all.every(({ time }) => isAfterBreach(time))) continue;
        report(
          placeIn(placed, first.time),
          `The right \`${right}\` opens at the breach, before anybody is told. Add a rung before the deadline.`,
        );
      }
    },
  },
};

/** The rights that open at the breach of a benchmark, by its path. */
function rightsByBreach(program: Program): Map<string, string> {
  const rights = new Map<string, string>();
  for (const { declaration } of program.declarations('right'))
    for (const clause of declaration.clauses) {
      if (clause.kind !== 'opens') continue;
      const moments: readonly Moment[] = clause.on.kind === 'either' ? clause.on.items : [clause.on];
      for (const moment of moments)
        if (moment.kind === 'benchmark-moment' && moment.what === 'breach')
          rights.set(benchmarkPath(program, moment.benchmark, declaration.of?.text), declaration.name.text);
    }
  return rights;
}

function isAfterBreach(time: RungTime): boolean {
  if (time.kind === 'percent') return Number(time.percent.value) > 100;
  const moment = time.kind === 'every' ? time.after : time.moment;
  if (time.kind === 'every') return moment.kind === 'anchor' && moment.what !== 'start';
  return (
    moment.kind === 'offset' &&
    moment.direction === 'after' &&
    moment.of.kind === 'anchor' &&
    moment.of.what !== 'start' &&
    moment.duration.kind === 'duration' &&
    (amountOf(moment.duration) ?? 0) > 0
  );
}
