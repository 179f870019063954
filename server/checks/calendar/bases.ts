import type { CalendarDeclaration, Declaration } from '../../../grammar/ast.ts';
import { keyOf } from '../../model/definitions.ts';
import type { Program } from '../../model/program.ts';
import type { Query } from '../../model/recall.ts';

/** Whether the calendar of a table key has hours, its own or from what it extends. A missing calendar might. */
export const opensAtAll: Query<boolean> = {
  name: 'opens at all',
  run: (program, key) => {
    const chain = basesOf(program, key);
    return (
      chain.missing || chain.calendars.some((each) => each.clauses.some((clause) => clause.kind === 'open'))
    );
  },
  signature: String,
};

/** Whether the calendar of a table key extends itself, directly or through others. */
export const extendsItself: Query<boolean> = {
  name: 'extends itself',
  run: (program, key) => basesOf(program, key).endsIn === key,
  signature: String,
};

/** A calendar and those it extends, up to the first that comes again. */
function basesOf(
  program: Program,
  key: string,
): { calendars: CalendarDeclaration[]; missing: boolean; endsIn?: string } {
  const calendars: CalendarDeclaration[] = [];
  const seen = new Set<string>();
  let next: string | undefined = key;
  while (next !== undefined) {
    if (seen.has(next)) return { calendars, missing: false, endsIn: next };
    seen.add(next);
    const declaration: Declaration | undefined = program.symbol(next)?.definition.declaration;
    if (declaration?.kind !== 'calendar') return { calendars, missing: true };
    calendars.push(declaration);
    next = declaration.base && keyOf('calendar', declaration.base.text);
  }
  return { calendars, missing: false };
}
