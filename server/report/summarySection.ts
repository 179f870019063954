import type { Engine } from '../engine/simulation/engine.ts';
import { instantWords } from '../engine/simulation/words.ts';
import type { Summary } from '../engine/tally/summary.ts';
import { type Markup, markup } from './markup.ts';
import { type SummaryTable, summaryTables } from './summaryTables.ts';
import { instantOf } from './timeline.ts';

/** What a file of tickets comes to: verdicts, attainments, metrics, audits, money, reports and findings. */
export function summarySection(engine: Engine, summary: Summary): Markup {
  const asOf =
    summary.asOf === null ? '' : `, as of ${instantWords(engine.zone, instantOf(engine, summary.asOf))}`;
  return markup`<p>${summary.tickets} ${summary.tickets === 1 ? 'ticket' : 'tickets'}${asOf}.</p>
${summaryTables(engine, summary).map(tableMarkup)}`;
}

function tableMarkup({ heads, rows }: SummaryTable): Markup {
  const kept = heads.map((_, column) => rows.some((row) => row[column]!.text !== ''));
  return markup`<table class="numbers"><thead><tr>${heads
    .filter((_, column) => kept[column])
    .map((head) => markup`<th>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      markup`<tr>${row
        .filter((_, column) => kept[column])
        .map(
          ({ text, mark }) => markup`<td${mark && markup` class="${mark.replace(' ', '-')}"`}>${text}</td>`,
        )}</tr>
`,
  )}</tbody></table>
`;
}
