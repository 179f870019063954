import type { Query } from '../../model/recall.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { eventsOf } from './moments.ts';

export const benchmarkReopeningUnsaid: Rule = {
  code: 'benchmark/reopening-unsaid',
  title: 'What reopening does is not said',
  severity: 'warning',
  explain:
    'A case can be reopened after this benchmark has stopped. Products differ: some let the clock go ' +
    'on, some start a new one, some do nothing, and each moves deadlines by days. So there is no ' +
    'default: until the policy says it, the event has no effect here. It is asked of every benchmark, ' +
    'or, once one benchmark says it, of those that stop at the same event.',
  remedy: 'Add `reopening on … resumes`, or `reopening on … starts a new run`. The fix adds the first.',
  failing: `
events received, resolved, reopened
benchmark <|resolve|> {
  from   received until resolved
  within 2 days
}
`,
  passing: `
events received, resolved, reopened
benchmark resolve {
  from   received until resolved
  within 2 days
  reopening on reopened resumes
}
`,
  run: inDeclarations(['benchmark'], (declaration, { ask, report, broken }) => {
    const { event, said } = ask(reopenings, '');
    const from = declaration.clauses.find((clause) => clause.kind === 'from');
    if (event === undefined || broken || !from || from.each || declaration.of) return;
    if (declaration.clauses.some((clause) => clause.kind === 'reopening')) return;
    const stops = eventsOf(from.until) ?? [];
    if (stops.includes(event) || eventsOf(from.from)?.includes(event)) return;
    if (said.size > 0 && !stops.some((stop) => said.has(stop))) return;
    const last = declaration.clauses.at(-1) ?? declaration.name;
    report(
      declaration.name,
      `What does \`${event}\` do to this clock? Say \`reopening on ${event} resumes\` or \`starts a new run\`; until then it has no effect.`,
      {
        symbols: [{ symbol: { kind: 'event', name: event }, message: 'A case can come back by this event' }],
        fix: {
          title: `Add \`reopening on ${event} resumes\``,
          edits: [{ start: last.end, end: last.end, text: `\n  reopening on ${event} resumes` }],
        },
      },
    );
  }),
};

/** The event by which cases come back, and the stops of the benchmarks that say what it does to them. */
const reopenings: Query<{ readonly event?: string; readonly said: ReadonlySet<string> }> = {
  run: (program) => {
    const event = program.symbols('event').find(({ definition }) => /^re-?open/.test(definition.name));
    const said = new Set<string>();
    for (const { declaration } of program.declarations('benchmark')) {
      if (!declaration.clauses.some((clause) => clause.kind === 'reopening')) continue;
      const from = declaration.clauses.find((clause) => clause.kind === 'from');
      for (const stop of (from && eventsOf(from.until)) ?? []) said.add(stop);
    }
    return { event: event?.definition.name, said };
  },
  signature: ({ event, said }) => `${event} ${[...said].join(' ')}`,
};
