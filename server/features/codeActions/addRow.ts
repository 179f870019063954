import type { Cell } from '../../analysis/cases/variable.ts';
import { proveRows } from '../../checks/row/proveRows.ts';
import { type Program, placeIn } from '../../model/program.ts';
import type { QuickFix } from './fixing.ts';
import { clauseBehind } from './insertions.ts';

type Value = { readonly name: string; readonly computed: boolean; readonly cell: Cell };

/** A row for the case that no row fits, or one for all such cases; with the deadline of the row above it. */
export const addRow: QuickFix = ({ program, document, problem, placed }) => {
  for (const { group, placed: home, coverage } of proveRows(program, document)) {
    const last = group.rows.at(-1);
    if (home !== placed || !coverage.uncovered || !last?.when) continue;
    const place = placeIn(placed, last);
    if (place.start !== problem.start || place.end !== problem.end) continue;
    const row = document.text.slice(place.start, placed.offset + last.when.start);
    const deadline = row.replace(/\bwhen\s*$/, '').trimEnd();
    const conditions = coverage.uncovered.values.map((value) => conditionOf(program, value));
    const add = (title: string, when: string) => ({
      title: `${title} (with the time of the row above: set the right one)`,
      edits: [clauseBehind(document, place.end, `${deadline} ${when}`)],
    });
    const known = conditions.filter((condition) => condition !== undefined);
    const isWhole = known.length > 0 && known.length === conditions.length;
    const when = `when ${known.join(' and ')}`;
    return [
      ...(isWhole ? [add(`Add a row ${when}`, when)] : []),
      add('Add a row for all other cases', 'otherwise'),
    ];
  }
  return [];
};

/** A value of a case as a row asks for it; undefined where no condition says just that. */
function conditionOf(program: Program, { name, computed, cell }: Value): string | undefined {
  if (computed) return undefined;
  switch (cell.kind) {
    case 'unset':
      return `not (${name} is set)`;
    case 'listed':
      return `${name} is ${cell.text}`;
    case 'text':
      return cell.text === undefined ? undefined : `${name} is ${JSON.stringify(cell.text)}`;
    case 'point':
      return `${name} is ${cell.cut.text}`;
    case 'between': {
      const above = cell.after && `${name} more than ${cell.after.text}`;
      const below = cell.before && `${name} less than ${cell.before.text}`;
      return [above, below].filter((part) => part !== undefined).join(' and ') || `${name} is set`;
    }
    case 'foreign':
      return undefined;
    case 'yes or no': {
      const isFlag = program.lookup('field', name)?.definition.type?.kind === 'flag';
      if (!isFlag && !program.lookup('state', name)) return undefined;
      return cell.yes ? name : `not ${name}`;
    }
  }
}
