import type { DisputeDeclaration, Step, TransitionClause } from '../../../grammar/ast.ts';

/** A dispute's steps, and where each of them leads. */
export interface Steps {
  readonly all: readonly Step[];
  /** Steps that an opened dispute can come to, the first one included. */
  readonly reached: ReadonlySet<string>;
  /** Steps from which some way leads to an end. */
  readonly ending: ReadonlySet<string>;
}

export function stepsOf({ clauses }: DisputeDeclaration): Steps {
  const all = clauses.filter((clause) => clause.kind === 'step');
  const byName = new Map(all.map((step) => [step.name.text, step]));
  const reached = new Set<string>();
  const reach = (step: Step | undefined): void => {
    if (!step || reached.has(step.name.text)) return;
    reached.add(step.name.text);
    for (const name of nextOf(step)) reach(byName.get(name));
  };
  reach(all[0]);
  const ending = new Set<string>();
  for (let size = -1; size < ending.size; ) {
    size = ending.size;
    for (const step of all)
      if (
        waysOut(step).some(({ target }) => target.kind === 'ends') ||
        nextOf(step).some((name) => ending.has(name))
      )
        ending.add(step.name.text);
  }
  return { all, reached, ending };
}

/** The ways out of a step that can be taken: without a deadline nothing is ever overdue. */
export function waysOut(step: Step): TransitionClause[] {
  const hasDeadline = step.clauses.some((clause) => clause.kind === 'within');
  return step.clauses.filter(
    (clause): clause is TransitionClause =>
      clause.kind === 'on' && (clause.on.kind !== 'overdue' || hasDeadline),
  );
}

function nextOf(step: Step): string[] {
  return waysOut(step).flatMap(({ target }) => (target.kind === 'step' ? [target.step.text] : []));
}
