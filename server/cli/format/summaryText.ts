import type { Engine } from '../../engine/simulation/engine.ts';
import { instantWords } from '../../engine/simulation/words.ts';
import type { Summary } from '../../engine/tally/summary.ts';
import {
  type SummaryCell,
  type SummaryMark,
  type SummaryTable,
  summaryTables,
} from '../../report/summaryTables.ts';
import { instantOf } from '../../report/timeline.ts';
import { counted } from '../terminal/counted.ts';
import type { Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { padFrom, padTo, widthOf } from '../terminal/width.ts';

/** What a file of tickets comes to. */
export function summaryText(engine: Engine, summary: Summary, style: Style): string {
  const asOf =
    summary.asOf === null ? '' : ` as of ${instantWords(engine.zone, instantOf(engine, summary.asOf))}`;
  const lines = [style.paint(`Summary${asOf}: ${counted(summary.tickets, 'ticket')}`, 'bold')];
  for (const table of summaryTables(engine, summary)) lines.push('', ...tableLines(table, style));
  return `${lines.join('\n')}\n`;
}

const colours = {
  attained: 'green',
  missed: 'red',
  'too few': 'dim',
  passed: 'green',
  failed: 'red',
  open: 'dim',
  running: 'dim',
  owed: 'yellow',
  'past due': 'red',
  finding: 'yellow',
} as const satisfies Record<SummaryMark, string>;

/** Columns as wide as they must be; texts are aligned to the left. */
export function tableLines({ heads, texts, rows }: SummaryTable, style: Style): string[] {
  const all: SummaryCell[][] = [heads.map((text) => ({ text })), ...rows].map((row) =>
    row.map(({ text, ...cell }) => ({ ...cell, text: visibleLine(text) })),
  );
  const widths = heads.map((_, column) => Math.max(...all.map((row) => widthOf(row[column]!.text))));
  const kept = heads.map((_, column) => rows.some((row) => row[column]!.text !== ''));
  return all.map((row) => {
    const cells = row.map(({ text, mark }, column) => {
      const padded = texts.includes(column) ? padTo(text, widths[column]!) : padFrom(text, widths[column]!);
      return mark ? padded.replace(text, () => style.paint(text, colours[mark])) : padded;
    });
    return `  ${cells.filter((_, column) => kept[column]).join('  ')}`.trimEnd();
  });
}
