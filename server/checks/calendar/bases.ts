import type { CalendarDeclaration, Declaration } from '../../../grammar/ast.ts';
import type { Program } from '../../model/program.ts';
import type { Query } from '../../model/recall.ts';

/** Whether the calendar of a name has hours, its own or from what it extends. A missing calendar might. */
export const opensAtAll: Query<boolean> = {
  run: (program, name) => {
    const chain = basesOf(program, name);
    return (
      chain.missing || chain.calendars.some((each) => each.clauses.some((clause) => clause.kind === 'open'))
    );
  },
  signature: String,
};

/** Whether the calendar of a name extends itself, directly or through others. */
export const extendsItself: Query<boolean> = {
  run: (program, name) => basesOf(program, name).endsIn === name,
  signature: String,
};

/** A calendar and those it extends, up to the first that comes again. */
function basesOf(
  program: Program,
  name: string,
): { calendars: CalendarDeclaration[]; missing: boolean; endsIn?: string } {
  const calendars: CalendarDeclaration[] = [];
  const seen = new Set<string>();
  let next: string | undefined = name;
  while (next !== undefined) {
    if (seen.has(next)) return { calendars, missing: false, endsIn: next };
    seen.add(next);
    const declaration: Declaration | undefined = program.lookup('calendar', next)?.definition.declaration;
    if (declaration?.kind !== 'calendar') return { calendars, missing: true };
    calendars.push(declaration);
    next = declaration.base?.text;
  }
  return { calendars, missing: false };
}
