import type { Engine } from '../../engine/simulation/engine.ts';
import { dayWords } from '../../engine/simulation/words.ts';
import { dayAt } from '../../engine/time/zone.ts';
import type { Timeline, TimelineSpan } from '../../report/timeline.ts';
import type { Colour, Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { cutTo, padFrom, padTo, widthOf } from '../terminal/width.ts';

const looks: Readonly<Record<TimelineSpan['kind'], readonly [cell: string, colour: Colour, says: string]>> = {
  counting: ['█', 'blue', 'counting'],
  paused: ['░', 'yellow', 'paused'],
  late: ['▒', 'red', 'late'],
  ahead: ['·', 'dim', 'to come'],
};
const dueMark = '┃';
const longestLabel = 24;

/** Every clock as a bar over the same span of time; nothing where there is no span to draw. */
export function barLines(engine: Engine, { bars, from, to }: Timeline, style: Style): string[] {
  if (bars.length === 0 || to <= from) return [];
  const labels = bars.map(({ label }) => cutTo(visibleLine(label), longestLabel));
  const column = Math.max(...labels.map(widthOf));
  const cells = style.width - column - 5;
  if (cells < 20) return [];
  const cellOf = (at: number): number => Math.min(cells - 1, Math.floor(((at - from) / (to - from)) * cells));
  const used = new Set<TimelineSpan['kind']>();
  const drawn = bars.map(({ spans, due }, index) => {
    const row: TimelineSpan['kind'][] = [];
    for (const span of spans) {
      used.add(span.kind);
      const last = Math.max(cellOf(span.from), cellOf(span.to - 1));
      for (let cell = cellOf(span.from); cell <= last; cell++) row[cell] = span.kind;
    }
    const dueCell = due === undefined ? -1 : cellOf(due);
    let line = '';
    for (let cell = 0; cell < cells; cell++) {
      const kind = row[cell];
      if (cell === dueCell) line += style.paint(dueMark, 'bold');
      else line += kind === undefined ? ' ' : style.paint(looks[kind][0], looks[kind][1]);
    }
    return `  ${padTo(labels[index]!, column)}  ${line.trimEnd()}`.trimEnd();
  });
  const first = dayWords(dayAt(engine.zone, from));
  const last = dayWords(dayAt(engine.zone, to));
  const axis = `  ${' '.repeat(column)}  ${first}${padFrom(last, cells - widthOf(first))}`;
  return [style.paint(axis, 'dim'), ...drawn, style.paint(`  ${' '.repeat(column)}  ${legend(used)}`, 'dim')];
}

function legend(used: ReadonlySet<TimelineSpan['kind']>): string {
  const parts = (Object.keys(looks) as TimelineSpan['kind'][])
    .filter((kind) => used.has(kind))
    .map((kind) => `${looks[kind][0]} ${looks[kind][2]}`);
  return [...parts, `${dueMark} due`].join('   ');
}
