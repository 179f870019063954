import type { CalendarDeclaration, Declaration } from '../../../grammar/ast.ts';
import type { Program } from '../../model/program.ts';
import type { PolicyFacts } from '../../model/queries.ts';
import type { Query } from '../../model/recall.ts';

/** When a calendar can open at all, by its own lines and by those of what it extends. */
export interface Openings {
  /** It opens on days of the week, or extends a calendar that is not known. */
  readonly weekly: boolean;
  /** The dates on which it opens by themselves, both ends inclusive. */
  readonly dates: readonly { readonly from: string; readonly until: string }[];
}

/** The openings of the calendar of a name. */
export const openingsOf: Query<Openings> = {
  run: (program, name) => {
    const { calendars, missing } = basesOf(program, name);
    let weekly = missing;
    const dates: { from: string; until: string }[] = [];
    for (const { clauses } of calendars)
      for (const clause of clauses) {
        if (clause.kind !== 'open') continue;
        const { days } = clause;
        if (days.kind === 'weekdays') weekly = true;
        if (days.kind === 'dates') dates.push({ from: days.from.value, until: days.to.value });
      }
    return { weekly, dates };
  },
  signature: ({ weekly, dates }) => `${weekly} ${dates.map(({ from, until }) => `${from}..${until}`).join()}`,
};

/** Whether a calendar opens while the policy is in force. */
export function opensInForce({ weekly, dates }: Openings, policy: PolicyFacts | undefined): boolean {
  const { effectiveFrom = '', effectiveUntil = '9999' } = policy ?? {};
  return weekly || dates.some(({ from, until }) => until >= effectiveFrom && from <= effectiveUntil);
}

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
