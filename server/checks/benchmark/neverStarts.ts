import { pathOf } from '../../model/definitions.ts';
import type { Query } from '../../model/recall.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { benchmarkPath, chainedTo, eventsOf } from './moments.ts';

export const benchmarkNeverStarts: Rule = {
  code: 'benchmark/never-starts',
  title: 'A clock that can never start',
  severity: 'error',
  explain:
    'The clock waits for something that cannot happen: for the deadline of a benchmark that has none, ' +
    'or, around a few corners, for itself. Or what starts it also cancels it. It would never run, and ' +
    'its deadline would never be missed, whatever happens.',
  remedy: 'Start it from an event, or from a benchmark that starts by itself.',
  failing: `
events received, answered
benchmark answer {
  from   <|breach of follow-up|> until answered
  within 2 days
}
benchmark follow-up {
  from   <|breach of answer|> until answered
  within 5 days
}
`,
  passing: `
events received, answered
benchmark answer {
  from   received until answered
  within 2 days
}
benchmark follow-up {
  from   breach of answer until answered
  within 5 days
}
`,
  run: inDeclarations(['benchmark'], (declaration, { ask, report }) => {
    const from = declaration.clauses.find((clause) => clause.kind === 'from');
    if (!from) return;
    const reason = ask(neverStarts, pathOf(declaration.name.text, declaration.of?.text));
    if (reason !== '') report(from.from, reason);
    const starts = eventsOf(from.from);
    for (const clause of declaration.clauses) {
      const cancels = clause.kind === 'cancels' ? eventsOf(clause.on) : undefined;
      if (!starts?.every((event) => cancels?.includes(event))) continue;
      report(
        clause,
        `\`${starts.join(' or ')}\` starts this clock and cancels it at once, so it never runs.`,
        {
          places: [{ start: from.from.start, end: from.from.end, message: 'The clock starts here' }],
        },
      );
    }
  }),
};

/** Why the benchmark of a path can never start; empty when it can. */
const neverStarts: Query<string> = {
  run: (program, path) => {
    const seen = new Set<string>();
    for (let next = path; ; ) {
      const declaration = program.lookup('benchmark', next)?.definition.declaration;
      if (declaration?.kind !== 'benchmark') return '';
      if (seen.has(next))
        return next === path ? 'This clock waits for itself to start, by way of what it starts from.' : '';
      seen.add(next);
      const moment = chainedTo(declaration);
      if (!moment) return '';
      next = benchmarkPath(program, moment.benchmark, declaration.of?.text);
      const target = program.lookup('benchmark', next)?.definition.declaration;
      if (target?.kind !== 'benchmark') return '';
      const due = target.clauses.some((clause) => clause.kind === 'within' || clause.kind === 'every');
      if (!due && (moment.what === 'due' || moment.what === 'breach'))
        return `\`${target.name.text}\` has no deadline, so there is no ${moment.what} of it and this clock never starts.`;
    }
  },
  signature: (reason) => reason,
};
