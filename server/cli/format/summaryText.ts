import { type Status, statuses } from '../../engine/outcome.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { instantWords } from '../../engine/simulation/words.ts';
import type { Summary } from '../../engine/tally/summary.ts';
import { instantOf } from '../../report/timeline.ts';
import { counted } from '../terminal/counted.ts';
import type { Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { padFrom, padTo, widthOf } from '../terminal/width.ts';

type Cell = { text: string; paint?: (text: string) => string };

/** What a file of tickets comes to. */
export function summaryText(engine: Engine, summary: Summary, style: Style): string {
  const asOf =
    summary.asOf === null ? '' : ` as of ${instantWords(engine.zone, instantOf(engine, summary.asOf))}`;
  const lines = [style.paint(`Summary${asOf}: ${counted(summary.tickets, 'ticket')}`, 'bold')];
  const seen = statuses.filter((status) => summary.benchmarks.some((each) => each[status] > 0));
  const runs = summary.benchmarks.filter(({ runs }) => runs > 0);
  if (runs.length > 0) lines.push('', ...benchmarkTable(runs, seen));
  if (summary.attainments.length > 0) lines.push('', ...attainmentTable(summary, style));
  if (summary.findings.length > 0) lines.push('', ...findingTable(summary, style));
  return `${lines.join('\n')}\n`;
}

function benchmarkTable(benchmarks: Summary['benchmarks'], seen: readonly Status[]): string[] {
  const header = ['benchmark', 'runs', ...seen];
  const rows = benchmarks.map((each) => [each.id, each.runs, ...seen.map((status) => each[status])]);
  return table([header, ...rows].map((row) => row.map((cell) => ({ text: visibleLine(String(cell)) }))));
}

function attainmentTable({ attainments }: Summary, style: Style): string[] {
  const header = ['attained', 'window', 'group', 'of', 'reached', 'verdict', 'promised'];
  const rows = attainments.map((each) => [
    { text: visibleLine(each.benchmark) },
    { text: each.window === undefined ? 'always' : `from ${each.window}` },
    { text: visibleLine(each.group ?? '') },
    { text: String(each.assessed) },
    { text: each.levels.map(({ percent }) => `${percent}%`).join(', ') },
    {
      text: each.verdict,
      paint: (text: string) => style.paint(text, verdictColour[each.verdict]),
    },
    { text: visibleLine(each.attain.replace(/^attain\s+/, '')) },
  ]);
  return table([header.map((text) => ({ text })), ...rows], [0, 1, 2, 5, 6]);
}

const verdictColour = { attained: 'green', missed: 'red', 'too few': 'dim' } as const;

function findingTable({ findings }: Summary, style: Style): string[] {
  const rows = findings.map(({ rule, count }) => [
    { text: rule, paint: (text: string) => style.paint(text, 'yellow') },
    { text: String(count) },
  ]);
  return table([[{ text: 'findings' }, { text: '' }], ...rows]);
}

/** Columns as wide as they must be; the first one and those given are aligned to the left. */
function table(rows: readonly (readonly Cell[])[], left: readonly number[] = [0]): string[] {
  const columns = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!.text))));
  const [, ...body] = rows;
  const kept = columns.map((_, column) => body.some((row) => row[column]!.text !== ''));
  return rows.map((row) => {
    const cells = row.map(({ text, paint = (same) => same }, column) => {
      const padded = left.includes(column) ? padTo(text, columns[column]!) : padFrom(text, columns[column]!);
      return padded.replace(text, () => paint(text));
    });
    return `  ${cells.filter((_, column) => kept[column]).join('  ')}`.trimEnd();
  });
}
