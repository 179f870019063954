import { statuses } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { instantWords } from '../engine/simulation/words.ts';
import type { AttainmentSummary } from '../engine/tally/attainmentSummary.ts';
import type { Summary } from '../engine/tally/summary.ts';
import { type Markup, markup } from './markup.ts';
import { instantOf } from './timeline.ts';

/** What a file of tickets comes to: verdicts, attainments and findings. */
export function summarySection(engine: Engine, summary: Summary): Markup {
  const asOf =
    summary.asOf === null ? '' : `, as of ${instantWords(engine.zone, instantOf(engine, summary.asOf))}`;
  return markup`<p>${summary.tickets} ${summary.tickets === 1 ? 'ticket' : 'tickets'}${asOf}.</p>
${verdictTable(summary)}
${summary.attainments.length > 0 && attainmentTable(summary.attainments)}
${summary.findings.length > 0 && findingTable(summary.findings)}`;
}

function verdictTable({ benchmarks }: Summary): Markup {
  const seen = statuses.filter((status) => benchmarks.some((each) => each[status] > 0));
  return markup`<table class="numbers"><thead><tr><th>benchmark</th><th>runs</th>${seen.map((status) => markup`<th>${status}</th>`)}</tr></thead>
<tbody>${benchmarks.map(
    (each) =>
      markup`<tr><td>${each.id}</td><td>${each.runs}</td>${seen.map((status) => markup`<td>${each[status]}</td>`)}</tr>
`,
  )}</tbody></table>`;
}

function attainmentTable(attainments: readonly AttainmentSummary[]): Markup {
  return markup`<table class="numbers"><thead><tr><th>attained</th><th>promised</th><th>window from</th><th>group</th><th>of</th><th>reached</th><th>verdict</th></tr></thead>
<tbody>${attainments.map(
    ({ benchmark, attain, window, group, assessed, levels, verdict }) =>
      markup`<tr><td>${benchmark}</td><td>${attain}</td><td>${window ?? 'always'}</td><td>${group}</td><td>${assessed}</td><td>${levels.map(({ percent }) => `${percent}%`).join(', ')}</td><td class="${verdict.replace(' ', '-')}">${verdict}</td></tr>
`,
  )}</tbody></table>`;
}

function findingTable(findings: Summary['findings']): Markup {
  return markup`<table class="numbers"><thead><tr><th>finding</th><th>how often</th></tr></thead>
<tbody>${findings.map(({ rule, count }) => markup`<tr><td>${rule}</td><td>${count}</td></tr>`)}</tbody></table>`;
}
