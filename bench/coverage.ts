import assert from 'node:assert/strict';
import type { Names } from '../server/analysis/cases/atoms.ts';
import { coverRows } from '../server/analysis/cases/coverRows.ts';
import type { Condition, FieldDef } from '../server/engine/policy.ts';
import { type Figure, milliseconds } from './figure.ts';
import { seeded } from './generate/random.ts';
import { medianMs } from './measure.ts';

const fieldCount = 12;
const rowCount = 40;
const values = ['a', 'b', 'c', 'd'];

/** Proving that rows are complete and none is dead: the hardest of many made at random. */
export async function coverage(): Promise<Figure[]> {
  const fields = Array.from({ length: fieldCount }, (_, i): [string, FieldDef] => [
    `f${i}`,
    { name: `f${i}`, type: 'one of', values, ordered: true, optional: i % 3 === 0 },
  ]);
  const names: Names = { fields: new Map(fields), data: new Map(), happened: new Set() };
  const tables = Array.from({ length: 20 }, (_, seed) => table(seed + 1));
  const proofs = tables.map((rows) => coverRows(rows, [], names));
  const times = tables.map((rows) => {
    const started = performance.now();
    coverRows(rows, [], names);
    return performance.now() - started;
  });
  const hardest = tables[times.indexOf(Math.max(...times))]!;
  const decided = proofs.filter(({ gaveUp }) => !gaveUp).length;
  assert.ok(decided > 0, 'no table was decided');
  const ms = await medianMs(() => coverRows(hardest, [], names));
  return [
    {
      name: `coverage of ${rowCount} rows over ${fieldCount} fields, the slowest of ${tables.length} random tables`,
      ours: `${milliseconds(ms)}, ${decided} of ${tables.length} decided`,
      goal: '≤ 50 ms',
      met: ms <= 50,
    },
  ];
}

/** Rows with two to four questions each, as policies have them, and no `otherwise`. */
function table(seed: number): Condition[] {
  const random = seeded(seed);
  const pick = (below: number) => Math.floor(random() * below);
  return Array.from({ length: rowCount }, (): Condition => {
    const of = Array.from({ length: 2 + pick(3) }, (): Condition => {
      const operator = (['is', 'at least', 'less than'] as const)[pick(3)]!;
      const value = { type: 'word', value: values[pick(values.length)]! } as const;
      return {
        kind: 'compare',
        left: { kind: 'field', field: `f${pick(fieldCount)}` },
        operator,
        right: { kind: 'value', value },
      };
    });
    return { kind: 'and', of };
  });
}
