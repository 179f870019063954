import type { Step, StepClause, TransitionClause } from '../../../grammar/ast.ts';
import { typeWhen } from './conditions.ts';
import type { Context } from './context.ts';
import { typeMoment } from './moments.ts';
import { refer } from './names.ts';

export function typeStep(
  context: Context,
  step: Step,
  typeClause: (context: Context, clause: StepClause) => void,
): void {
  for (const clause of step.clauses) typeClause(context, clause);
}

/** A transition's event, and the step of the same dispute that it leads to. */
export function typeTransition(context: Context, transition: TransitionClause): void {
  const { declaration } = context;
  if (transition.on.kind !== 'overdue') typeMoment(context, transition.on);
  if (transition.target.kind === 'step' && declaration.kind === 'dispute') {
    const { name, of } = declaration;
    refer(context, transition.target.step, ['step'], of ? `${of.text}.${name.text}` : name.text);
  }
  typeWhen(context, transition.when);
}
