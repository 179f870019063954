import type { LadderDeclaration, Name } from '../../../grammar/ast.ts';
import { type Declared, type Program, placeIn } from '../../model/program.ts';
import { amountOf } from '../../model/units.ts';
import { benchmarkPath, eventsOf } from '../benchmark/moments.ts';
import type { Rule } from '../rule.ts';

export const ladderLoops: Rule = {
  code: 'ladder/loops',
  title: 'Ladders that set each other off without end',
  severity: 'error',
  explain:
    'A rung that fires as soon as its clock starts emits an event; the event starts a new run of a clock; and its ' +
    'ladder, around however many corners, emits the event again at the same instant. That would go on for ever ' +
    'without any time passing. When a policy runs, the round is broken off with a finding.',
  remedy:
    'Let some time pass in the round, `at 1 day after start`, or start the clock only once: `from` without `each`.',
  failing: `
events received, answered, reminder
benchmark remind {
  from   each reminder until answered
  within 2 days
}
ladder again on remind {
  at start emit <|reminder|>
}
`,
  passing: `
events received, answered, reminder
benchmark remind {
  from   each reminder until answered
  within 2 days
}
ladder again on remind {
  at breach emit reminder
}
`,
  run: {
    when: 'proof',
    run: (program, document, report) => {
      const edges = edgesOf(program);
      for (const edge of edges) {
        if (edge.ladder.document !== document || !leadsTo(edge.to, edge.from, edges)) continue;
        report(
          placeIn(edge.ladder.placed, edge.event),
          `\`${edge.event.text}\` starts \`${edge.to}\` anew, and that comes back here at the same instant, without end. Let some time pass in between.`,
        );
      }
    },
  },
};

/** A ladder's rung that starts a run of another benchmark, or of its own, at the instant at which its clock starts. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly event: Name;
  readonly ladder: Declared<LadderDeclaration>;
}

function edgesOf(program: Program): Edge[] {
  const starts = program.declarations('benchmark').flatMap(({ declaration }) => {
    const from = declaration.clauses.find((clause) => clause.kind === 'from');
    if (!from?.each) return [];
    const path = declaration.of ? `${declaration.of.text}.${declaration.name.text}` : declaration.name.text;
    return (eventsOf(from.from) ?? []).map((event) => ({ event, path }));
  });
  if (starts.length === 0) return [];
  return program.declarations('ladder').flatMap((ladder) => {
    const { on, of, clauses } = ladder.declaration;
    const from = benchmarkPath(program, on, of?.text);
    return clauses.flatMap((rung) => {
      if (rung.kind !== 'rung' || !isAtStart(rung)) return [];
      return rung.actions.flatMap((action) =>
        action.kind === 'emit'
          ? starts
              .filter(({ event }) => event === action.event.text)
              .map(({ path }) => ({ from, to: path, event: action.event, ladder }))
          : [],
      );
    });
  });
}

function isAtStart({ time }: Extract<LadderDeclaration['clauses'][number], { kind: 'rung' }>): boolean {
  if (time.kind === 'percent') return Number(time.percent.value) === 0;
  if (time.kind !== 'moment') return false;
  const { moment } = time;
  if (moment.kind === 'offset')
    return (
      moment.of.kind === 'anchor' &&
      moment.of.what === 'start' &&
      moment.duration.kind === 'duration' &&
      amountOf(moment.duration) === 0
    );
  return moment.kind === 'anchor' && moment.what === 'start';
}

function leadsTo(from: string, to: string, edges: readonly Edge[]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const edge of edges) if (edge.from === next) open.push(edge.to);
  }
  return false;
}
