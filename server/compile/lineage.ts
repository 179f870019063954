import type { CalendarDeclaration } from '../../grammar/ast.ts';
import type { Declared, Program } from '../model/program.ts';

/** A calendar and those it extends, nearest first; it ends where one comes again. */
export function lineageOf(program: Program, name: string): Declared<CalendarDeclaration>[] {
  const lineage: Declared<CalendarDeclaration>[] = [];
  let next: string | undefined = name;
  while (next !== undefined) {
    const symbol = program.lookup('calendar', next);
    const declaration = symbol?.definition.declaration;
    if (!symbol || declaration?.kind !== 'calendar') break;
    if (lineage.some((each) => each.declaration === declaration)) break;
    lineage.push({ declaration, document: symbol.document, placed: symbol.placed });
    next = declaration.base?.text;
  }
  return lineage;
}

/** The zone that a calendar or one it extends names; undefined where the policy's holds. */
export function zoneOfCalendar(program: Program, name: string): string | undefined {
  return lineageOf(program, name).find(({ declaration }) => declaration.zone)?.declaration.zone?.text;
}
