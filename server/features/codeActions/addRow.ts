import type { Cell } from '../../analysis/cases/variable.ts';
import { proveRows } from '../../checks/row/proveRows.ts';
import { sourceText } from '../../compile/sources.ts';
import { type Program, placeIn } from '../../model/program.ts';
import type { Type } from '../../model/types.ts';
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
    const row = sourceText(placed.piece, last.start, last.when.start);
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
  if (cell.kind === 'yes or no' && program.lookup('state', name)) return cell.yes ? name : `not ${name}`;
  const type = typeOf(program, name);
  if (cell.kind === 'unset')
    return type || program.lookup('event', name) ? `not (${name} is set)` : undefined;
  // A date-time is compared with an instant, which has no words of its own here.
  if (!type || type.kind === 'date-time') return undefined;
  switch (cell.kind) {
    case 'listed':
      return `${name} is ${cell.text}`;
    case 'text':
      return cell.text === undefined ? undefined : `${name} is ${JSON.stringify(cell.text)}`;
    case 'point':
      return `${name} is ${cell.cut.text}`;
    case 'between': {
      const [more, less] = type.kind === 'date' ? ['after', 'before'] : ['more than', 'less than'];
      const above = cell.after && `${name} ${more} ${cell.after.text}`;
      const below = cell.before && `${name} ${less} ${cell.before.text}`;
      return [above, below].filter((part) => part !== undefined).join(' and ') || `${name} is set`;
    }
    default:
      return undefined;
  }
}

/** Of a field or a datum, by what a condition calls it: `priority`, `score of surveyed`. */
function typeOf(program: Program, name: string): Type | undefined {
  const [field = '', event] = name.split(' of ');
  const symbol = event === undefined ? program.lookup('field', name) : program.lookup('data', field, event);
  return symbol?.definition.type;
}
