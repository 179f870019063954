import type { Names } from '../../analysis/cases/atoms.ts';
import { type Coverage, coverRows } from '../../analysis/cases/coverRows.ts';
import { type Expressions, expressionsOf } from '../../compile/expressions.ts';
import { oncePerDocument } from '../../model/oncePerDocument.ts';
import type { Declared } from '../../model/program.ts';
import { type RowGroup, rowGroups } from './rowGroups.ts';

/** A group of rows where it stands, and what is proved about it. */
export interface ProvedRows {
  readonly group: RowGroup;
  readonly placed: Declared['placed'];
  readonly coverage: Coverage;
}

/** What is proved about all rows of a document with conditions; once for a version of the program. */
export const proveRows = oncePerDocument((program, document): readonly ProvedRows[] => {
  const expressions = expressionsOf(program);
  return document.tree.pieces.flatMap((placed) => {
    const { declaration } = placed.piece;
    if (!declaration) return [];
    return rowGroups(declaration)
      .filter(({ rows }) => rows.some(({ when }) => when && when.kind !== 'otherwise'))
      .map((group): ProvedRows => {
        const compiled = (condition: RowGroup['domain'][number]) =>
          expressions.condition({ document, placed }, condition);
        const rows = group.rows.map(({ when }) =>
          when && when.kind !== 'otherwise' ? compiled(when) : undefined,
        );
        const coverage = coverRows(rows, group.domain.map(compiled), namesOf(expressions, group.happened));
        return { group, placed, coverage };
      });
  });
});

const tables = new WeakMap<Expressions, Pick<Names, 'fields' | 'data'>>();

/** What conditions of a program speak of; `happened` are the events that every case has had. */
export function namesOf(expressions: Expressions, happened: readonly string[]): Names {
  const { begins } = expressions;
  const table = tables.get(expressions) ?? tableOf(expressions);
  tables.set(expressions, table);
  return { ...table, happened: new Set(begins === undefined ? happened : [...happened, begins]) };
}

function tableOf({ fields, events }: Expressions): Pick<Names, 'fields' | 'data'> {
  return {
    fields: new Map(fields.map((field) => [field.name, field])),
    data: new Map(events.flatMap(({ name, data }) => data.map((field) => [`${name} ${field.name}`, field]))),
  };
}
