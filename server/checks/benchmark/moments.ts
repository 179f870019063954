import type { BenchmarkDeclaration, Moment, Reference } from '../../../grammar/ast.ts';
import { pathOf } from '../../model/definitions.ts';
import type { Program } from '../../model/program.ts';

/** The events of which any makes the moment, or undefined when it is anything but plain events. */
export function eventsOf(moment: Moment): readonly string[] | undefined {
  if (moment.kind === 'name') return [moment.text];
  if (moment.kind !== 'either') return undefined;
  const names: string[] = [];
  for (const item of moment.items) {
    const events = eventsOf(item);
    if (!events) return undefined;
    names.push(...events);
  }
  return names;
}

/** The path of the benchmark a reference means: the own regulation's before the policy's. */
export function benchmarkPath(program: Program, reference: Reference, regulation?: string): string {
  const { qualifier, name } = reference;
  const own = pathOf(name.text, qualifier?.text ?? regulation);
  return qualifier || program.lookup('benchmark', own) ? own : name.text;
}

/** The benchmark's own moment that a clock starts from, with durations around it taken away. */
export function chainedTo(
  declaration: BenchmarkDeclaration,
): (Moment & { kind: 'benchmark-moment' }) | undefined {
  const clause = declaration.clauses.find((each) => each.kind === 'from');
  let moment: Moment | undefined = clause?.from;
  while (moment?.kind === 'offset') moment = moment.of;
  return moment?.kind === 'benchmark-moment' ? moment : undefined;
}
